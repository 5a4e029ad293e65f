using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server;

/// <summary>The one place where a command's outcome becomes HTTP and OperationOutcome.</summary>
internal static class Refusals
{
    public const string RuleSystem = "https://regentrack.example/fhir/CodeSystem/rule";

    public static FhirReply Reply(CommandOutcome outcome, Func<string?, string?> expression) => outcome switch
    {
        CommandOutcome.Refused refused => Cited("business-rule", refused.Refusals, expression),
        CommandOutcome.Invalid invalid => Cited("invalid", invalid.Refusals, expression),
        CommandOutcome.Absent => FhirReply.NotFound,
        CommandOutcome.Conflict conflict => Conflict(conflict.ActualVersion),
        _ => throw new InvalidOperationException("An accepted outcome is not a refusal."),
    };

    public static FhirReply Conflict(long actual) => FhirReply.Failed(409, Fhir.Issue.Error(
        "conflict",
        "version-conflict",
        $"그 사이 다른 변경이 기록되었습니다(현재 버전 {actual}). 다시 읽고 판단하십시오.",
        $"Somebody else changed it meanwhile (now version {actual}). Read it again and decide."));

    private static FhirReply Cited(string type, IReadOnlyList<Refusal> refusals, Func<string?, string?> expression) => new(422)
    {
        OnDay = day => FhirReply.Failed(422, [.. refusals.Select(refusal => Issue(type, refusal, expression, day))]),
    };

    public static Issue Issue(string type, Refusal refusal, Func<string?, string?> expression, DateOnly day)
    {
        var citation = refusal.Rule?.CitedOn(day);
        return Fhir.Issue.Error(type, refusal.Code, refusal.Message.Korean, refusal.Message.English, expression(refusal.Field)) with
        {
            Codings = refusal.Rule is { } rule ? [(RuleSystem, rule.Id, rule.Text.English)] : [],
            Diagnostics = citation is null ? null : $"근거: {citation.Article.Korean} / Legal basis: {citation.Article.English}",
        };
    }
}
