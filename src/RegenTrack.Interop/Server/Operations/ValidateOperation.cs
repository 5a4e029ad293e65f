using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Interop.Server.Operations;

/// <summary><c>$validate</c>: everything that is wrong with a resource, against R4, the profiles it names and one that the caller names. Stores nothing.</summary>
internal static class ValidateOperation
{
    public static async Task<FhirReply> Answer(HttpContext http, DoorMap doors, string type)
    {
        if (TypeEndpoint.NotServed(doors, type) is { } absent)
            return absent;
        if (!HttpMethods.IsPost(http.Request.Method))
            return FhirReply.NotSupported;
        if (QueryRules.Unknown(http.Request.Query, ["profile", "mode"]) is { } unknown)
            return unknown;
        var (sent, broken) = await FhirBody.Read(http);

        // What is wrong with its structure is the answer to the question.
        if (sent is null)
            return broken!.Status == StatusCodes.Status400BadRequest ? broken with { Status = StatusCodes.Status200OK } : broken;
        var (resource, profile) = sent.Type == "Parameters" && type != "Parameters" ? Parameters(sent) : (sent, null);
        if (resource is null)
            return FhirReply.Failed(400, Issue.Error("required", "validate-without-resource", "검증할 자원(매개변수 resource)이 없습니다.", "There is no resource to check (parameter resource).", "Parameters.parameter"));
        if (resource.Type != type)
            return TypeEndpoint.WrongType(type);
        profile ??= http.Request.Query["profile"].FirstOrDefault();
        var issues = http.RequestServices.GetRequiredService<Validator>().Validate(resource, profile is null ? [] : [profile]);
        return new FhirReply(200, OperationOutcome.Of(issues.Count > 0 ? issues : [new Issue(Severity.Information, "informational", "valid", "잘못된 곳이 없습니다.", "Nothing is wrong.")]));
    }

    private static (FhirDocument? Resource, string? Profile) Parameters(FhirDocument sent)
    {
        var parameters = sent.Root.Items("parameter").ToList();
        var profile = parameters.Where(parameter => parameter.Text("name") == "profile").Select(parameter => parameter.Text("valueUri") ?? parameter.Text("valueCanonical")).FirstOrDefault();
        return parameters.FirstOrDefault(parameter => parameter.Text("name") == "resource").At("resource") is { } resource
            ? (FhirDocument.Parse(Encoding.UTF8.GetBytes(resource.GetRawText())), profile)
            : (null, profile);
    }
}
