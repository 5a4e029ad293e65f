using System.Text.Json;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Treatments;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Safety;
using RegenTrack.Domain.Safety.Published;
using RegenTrack.Domain.Treatments.Published;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Safety;

/// <summary>Creating an AdverseEvent reports it; updating it follows up or, with a closure reason, ends the follow-up.</summary>
public sealed class AdverseEventDoor : IResourceDoor
{
    public string Type => "AdverseEvent";

    public async Task<FhirReply> Create(FhirDocument body, FhirCall call)
    {
        List<Issue> issues = [];
        if (await Reported(body.Root, call, issues) is not { } command)
            return FhirReply.Unprocessable(issues);
        var outcome = await call.Send(command);
        return outcome is CommandOutcome.Accepted
            ? await call.Created(Type, command.AdverseEvent.Value)
            : FhirReply.Refused(outcome, Expression);
    }

    public async Task<FhirReply> Update(string id, FhirDocument body, FhirCall call)
    {
        CommandOutcome outcome;
        if (body.Root.ExtensionText(SafetyNames.ClosureReason) is { } reason)
        {
            outcome = await call.Send(new CloseAdverseEvent(new AdverseEventId(id), reason));
        }
        else
        {
            List<Issue> issues = [];
            var known = SeriousKnownAt(body.Root, issues);
            if (AssessmentReading.Read(body.Root, issues) is not { } judged || issues.Count > 0)
                return FhirReply.Unprocessable(issues);

            // A resource that was read and changed carries the earlier notes too; the last one is new.
            var note = body.Root.ExtensionsAt(SafetyNames.FollowUpNote).LastOrDefault().Text("valueString") ?? "";
            outcome = await call.Send(new FollowUpAdverseEvent(
                new AdverseEventId(id), judged, note, body.Root.ExtensionAt(SafetyNames.BoardInformedOn)?.Day("valueDate"),
                known, body.Root.ExtensionText(SafetyNames.LateReason)));
        }

        return outcome is CommandOutcome.Accepted ? await call.Updated(Type, id) : FhirReply.Refused(outcome, Expression);
    }

    private static async Task<ReportAdverseEvent?> Reported(JsonElement resource, FhirCall call, List<Issue> issues)
    {
        var suspect = resource.Items("suspectEntity").Select(entity => entity.ReferenceTo("Procedure", "instance")).FirstOrDefault(id => id is not null);
        var given = suspect is null ? null : await call.Ask(new GetAdministration(call.Actor, suspect));
        var plan = given?.Case.Id.Value ?? resource.ExtensionAt(SafetyNames.TreatmentCase)?.ReferenceTo("CarePlan", "valueReference");
        if (plan is null)
            issues.Add(Required(suspect is null ? "AdverseEvent.suspectEntity" : "AdverseEvent.suspectEntity.instance", "의심 투여(Procedure)를 가리키거나, 투여 전이면 treatment-case로 CarePlan을 가리키십시오. 그런 투여 기록이 있는지 확인하십시오.", "Point at the suspect Procedure, or before any at the CarePlan by treatment-case. Check that the administration exists."));
        var onset = resource.Instant("date") is { } instant ? KoreanTime.DayOf(instant) : resource.Day("date");
        if (onset is null)
            issues.Add(Required("AdverseEvent.date", "발현일(date)을 보내십시오.", "Send the day of onset as date."));
        if (resource.Instant("detected") is not { } aware)
        {
            issues.Add(Required("AdverseEvent.detected", "인지 시각(detected)을 시·분까지 보내십시오.", "Send the awareness time to the minute as detected."));
            aware = default;
        }

        var judged = AssessmentReading.Read(resource, issues);
        return issues.Count > 0 ? null : new ReportAdverseEvent(
            new AdverseEventId(call.NewId("ae")), new TreatmentCaseId(plan!), suspect is null ? null : new AdministrationId(suspect),
            resource.Text("event", "text") ?? resource.Items("event", "coding").FirstOrDefault().Text("display") ?? "",
            onset!.Value, aware, judged!,
            resource.ExtensionAt(SafetyNames.PreparedFrom)?.Day("valueDate"),
            resource.ExtensionAt(SafetyNames.BoardInformedOn)?.Day("valueDate"),
            resource.ExtensionText(SafetyNames.LateReason));
    }

    private static DateTimeOffset? SeriousKnownAt(JsonElement resource, List<Issue> issues)
    {
        if (resource.ExtensionAt(SafetyNames.SeriousKnownAt) is not { } said)
            return null;
        var known = said.Instant("valueDateTime");
        if (known is null)
            issues.Add(Required(Expression(nameof(FollowUpAdverseEvent.SeriousKnownAt))!, "중대함을 안 시각(serious-known-at)을 시·분까지 보내십시오.", "Send the time at which it was known to be serious to the minute as serious-known-at."));
        return known;
    }

    private static string? Expression(string? field) => field switch
    {
        nameof(ReportAdverseEvent.Case) => "AdverseEvent.extension.where(url='" + SafetyNames.TreatmentCase + "')",
        nameof(ReportAdverseEvent.Administration) => "AdverseEvent.suspectEntity.instance",
        nameof(ReportAdverseEvent.Term) => "AdverseEvent.event",
        nameof(ReportAdverseEvent.OnsetOn) => "AdverseEvent.date",
        nameof(ReportAdverseEvent.AwareAt) => "AdverseEvent.detected",
        nameof(ReportAdverseEvent.LateReason) => "AdverseEvent.extension.where(url='" + SafetyNames.LateReason + "')",
        nameof(ReportAdverseEvent.PreparedFrom) => "AdverseEvent.extension.where(url='" + SafetyNames.PreparedFrom + "')",
        nameof(ReportAdverseEvent.BoardInformedOn) => "AdverseEvent.extension.where(url='" + SafetyNames.BoardInformedOn + "')",
        nameof(FollowUpAdverseEvent.SeriousKnownAt) => "AdverseEvent.extension.where(url='" + SafetyNames.SeriousKnownAt + "')",
        nameof(FollowUpAdverseEvent.Note) => "AdverseEvent.extension.where(url='" + SafetyNames.FollowUpNote + "')",
        _ => AssessmentReading.Expression(field),
    };

    private static Issue Required(string at, string korean, string english) => Issue.Error("required", "required", korean, english, at);
}
