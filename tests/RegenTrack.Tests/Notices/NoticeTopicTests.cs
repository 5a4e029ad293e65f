using System.Text.Json;
using RegenTrack.Interop.Notices;

namespace RegenTrack.Tests.Notices;

public sealed class NoticeTopicTests
{
    [Theory]
    [InlineData("in-transit", "released", true)]
    [InlineData("released", "on-hold", true)]
    [InlineData("under-receipt-inspection", "rejected", true)]
    [InlineData("released", "released", false)]
    [InlineData("announced", "in-transit", false)]
    public void a_lot_is_told_of_when_it_is_released_held_or_rejected(string before, string now, bool told) => Assert.Equal(told, Told("lot-state", Lot(before), Lot(now)));

    [Theory]
    [InlineData("submitted", "received", true)]
    [InlineData("received", "received", false)]
    [InlineData(null, "submitted", false)]
    public void an_application_is_told_of_when_its_stage_changes(string? before, string now, bool told) => Assert.Equal(told, Told("application-stage", before is null ? null : Application(before), Application(now)));

    [Fact]
    public void a_supplement_request_is_told_of_once()
    {
        Assert.True(Told("supplement-request", null, Task("supplement-request", "received")));
        Assert.False(Told("supplement-request", Task("supplement-request", "received"), Task("supplement-request", "received")));
        Assert.False(Told("supplement-request", null, Application("received")));
    }

    private static bool Told(string topic, string? before, string now) =>
        NoticeTopic.All.Single(one => one.Code == topic).Triggers(before is null ? null : JsonElement.Parse(before), JsonElement.Parse(now));

    private static string Lot(string state) => $$"""
        {"resourceType":"BiologicallyDerivedProduct","extension":[{"url":"http://hl7.org/fhir/5.0/StructureDefinition/extension-BiologicallyDerivedProduct.productStatus",
         "valueCoding":{"system":"https://regentrack.example/fhir/CodeSystem/lot-state","code":"{{state}}"} }]}
        """;

    private static string Application(string stage) => Task("treatment-application", stage);

    private static string Task(string code, string stage) => $$"""
        {"resourceType":"Task","code":{"coding":[{"system":"https://regentrack.example/fhir/CodeSystem/task-code","code":"{{code}}"}]},
         "businessStatus":{"coding":[{"system":"https://regentrack.example/fhir/CodeSystem/application-stage","code":"{{stage}}"}]} }
        """;
}
