using System.Text.Json;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Treatments;
using RegenTrack.Domain.Treatments.Published;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Treatments;

/// <summary>A Procedure (krcore-procedure with a used product) is one administration.</summary>
public sealed class ProcedureDoor : IResourceDoor
{
    public string Type => "Procedure";

    public async Task<FhirReply> Create(FhirDocument body, FhirCall call)
    {
        List<Issue> issues = [];
        if (Read(body.Root, call.NewId("adm"), issues) is not { } command)
            return FhirReply.Unprocessable(issues);
        var outcome = await call.Send(command, observedAt: command.AdministeredAt);
        // An enrolment at another hospital looks like one that does not exist.
        if (outcome is CommandOutcome.Absent)
            outcome = new CommandOutcome.Refused([TreatmentRefusals.UnknownCase]);
        return outcome is CommandOutcome.Accepted
            ? await call.Created(Type, command.Administration.Value)
            : FhirReply.Refused(outcome, Expression);
    }

    private static RecordAdministration? Read(JsonElement procedure, string id, List<Issue> issues)
    {
        if (procedure.Text("status") != "completed")
            issues.Add(Issue.Error("value", "procedure-not-completed", "시행한 투여(status: completed)만 기록합니다.", "Only completed administrations are recorded.", "Procedure.status"));
        var plan = procedure.Items("basedOn").Select(based => based.ReferenceTo("CarePlan")).FirstOrDefault(found => found is not null);
        if (plan is null)
            issues.Add(Missing("Procedure.basedOn", "대상자 등록(CarePlan)을 basedOn으로 가리키십시오.", "Point basedOn at the CarePlan of the enrolment."));
        var at = procedure.Instant("performedDateTime") ?? procedure.Instant("performedPeriod", "start");
        if (at is null)
            issues.Add(Missing("Procedure.performed", "투여 시각을 시·분까지 보내십시오.", "Send the administration time to the minute."));
        var used = procedure.ExtensionAt(TreatmentNames.UsedProduct) ?? default;
        var lot = used.ExtensionAt("product")?.ReferenceTo("BiologicallyDerivedProduct", "valueReference");
        if (lot is null)
            issues.Add(Missing("Procedure.extension", "투여한 로트(used-product.product)를 보내십시오.", "Send the lot as used-product.product."));
        var quantity = used.ExtensionAt("quantity");
        return issues.Count > 0 ? null : new RecordAdministration(
            new TreatmentCaseId(plan!), new AdministrationId(id), new LotId(lot!), at!.Value,
            quantity?.Number("valueQuantity", "value") ?? 0, quantity?.Text("valueQuantity", "code") ?? quantity?.Text("valueQuantity", "unit") ?? "",
            used.ExtensionText("route") ?? "");
    }

    private static string? Expression(string? field) => field switch
    {
        nameof(RecordAdministration.Case) => "Procedure.basedOn",
        nameof(RecordAdministration.AdministeredAt) or "ObservedAt" => "Procedure.performed",
        nameof(RecordAdministration.Lot) => $"Procedure.extension.where(url='{TreatmentNames.UsedProduct}').extension.where(url='product')",
        nameof(RecordAdministration.Quantity) or nameof(RecordAdministration.Unit) => $"Procedure.extension.where(url='{TreatmentNames.UsedProduct}').extension.where(url='quantity')",
        nameof(RecordAdministration.Route) => $"Procedure.extension.where(url='{TreatmentNames.UsedProduct}').extension.where(url='route')",
        _ => null,
    };

    private static Issue Missing(string at, string korean, string english) => Issue.Error("required", "required", korean, english, at);
}
