using System.Text;
using System.Text.Json;
using RegenTrack.Domain.Records;
using RegenTrack.Fhir;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Records;

/// <summary>What of a hospital's resource is kept.</summary>
internal static class RecordContent
{
    // Names of people would stand in events, which nobody can erase.
    private static readonly FhirPathExpression People = FhirPathExpression.Compile("descendants().where($this is HumanName or $this is ContactDetail)");

    /// <summary>Why a resource cannot be kept; null when it can.</summary>
    /// <param name="at">FHIRPath of the resource.</param>
    public static Issue? Refusal(JsonElement resource, string at) => resource.Text("resourceType") == KeptTypes.Person ? TooLarge(resource, at)
        : People.Evaluate(PathItem.Of(resource)).Count == 0 ? null : Issue.Error(
        "business-rule",
        "person-in-record",
        "사람의 이름이나 연락처가 든 자원은 보관하지 않습니다. 그 요소를 빼고 보내십시오.",
        "A resource with the name or contact of a person is not kept. Send it without that element.",
        at);

    /// <summary>A plan's investigator is what the plan says.</summary>
    public static FhirReply OfPlan(string at) => FhirReply.Unprocessable(Issue.Error(
        "business-rule", "investigator-of-plan", "치료계획의 실시책임자는 계획과 함께만 바뀝니다.", "The investigator of a treatment plan changes with the plan alone.", at));

    // What is judged of the others by the command lies in the vault.
    private static Issue? TooLarge(JsonElement resource, string at) => Encoding.UTF8.GetByteCount(resource.GetRawText()) <= ChangeRecords.Largest ? null : Issue.Error(
        "business-rule", "record-too-large", $"{ChangeRecords.Largest / 1024} KiB를 넘는 자원은 보관하지 않습니다.", $"A resource of more than {ChangeRecords.Largest / 1024} KiB is not kept.", at);

    /// <summary>The resource as JSON text under the server's id, the rest as it was written.</summary>
    public static string Of(string resource, string id) => Encoding.UTF8.GetString(Stamping.Identified(Encoding.UTF8.GetBytes(resource), id));
}
