using System.Text.Json.Nodes;
using RegenTrack.Interop.Treatments;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Web.Demo.Hospital;

/// <summary>The Procedure that records one vial of a lot given to an enrolled subject.</summary>
/// <param name="CarePlan">Reference to the enrolment, e.g. <c>CarePlan/case-1</c>.</param>
public sealed record GivenCells(string CarePlan, string Patient, string Lot, DateTimeOffset At)
{
    public JsonObject Procedure() => new()
    {
        ["resourceType"] = "Procedure",
        ["extension"] = Many(new JsonObject
        {
            ["url"] = TreatmentNames.UsedProduct,
            ["extension"] = Many(
                Extension("product", "valueReference", Reference("BiologicallyDerivedProduct", Lot)),
                Extension("quantity", "valueQuantity", Quantity(1, "{vial}")),
                Extension("route", "valueString", "intra-articular")),
        }),
        ["basedOn"] = Many(new JsonObject { ["reference"] = CarePlan }),
        ["status"] = "completed",
        ["code"] = Text("중간엽줄기세포 관절강 내 투여(가상)"),
        ["subject"] = new JsonObject { ["reference"] = Patient },
        ["performedDateTime"] = Instant(At),
    };
}
