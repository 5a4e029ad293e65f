using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Notices;

public sealed class HiddenNoticeTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("empty")]
    [InlineData("id-only")]
    [InlineData("full-resource")]
    public async Task a_change_of_what_a_token_may_not_see_is_told_by_its_number_alone(string content)
    {
        await using var ward = await Ward.Open(postgres);
        var id = await ward.Subscribe();
        var plan = await ward.Received();
        await ward.Listener.Wait("event-notification", 1);
        using var hidden = await HospitalClient.With(ward.Host, "demo-hospital", "system/Subscription.rs system/Task.rs?code=supplement-request");
        var answer = await hidden.Get($"Subscription/{id}/$events?content={content}");
        Assert.Equal((200, "1"), (answer.Status, Assert.Single(Told(answer).Numbers)));
        Assert.Single(answer.Body.Items("entry"));
        Assert.DoesNotContain(plan, answer.Body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("valueInstant", answer.Body.GetRawText(), StringComparison.Ordinal);

        using var shown = await HospitalClient.With(ward.Host, "demo-hospital", "system/Subscription.rs system/Task.rs?code=treatment-application");
        var seen = await shown.Get($"Subscription/{id}/$events?content={content}");
        Assert.Contains("valueInstant", seen.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(content == "empty" ? null : $"{ward.Host.Address}fhir/Task/{plan}", Assert.Single(Told(seen).Focus));
        Assert.Equal(content == "full-resource" ? 2 : 1, seen.Body.Items("entry").Count());
    }

    [Fact]
    public async Task the_status_of_an_id_that_cannot_be_one_is_that_of_none()
    {
        await using var ward = await Ward.Open(postgres);
        var id = await ward.Subscribe();
        foreach (var none in new[] { "a%20b", "%00" })
            Assert.Equal((none, 200, 0), await ward.Hospital.Get($"Subscription/$status?id={none}") is var answer ? (none, answer.Status, answer.Body.Items("entry").Count()) : default);
        Assert.Equal(id, Assert.Single((await ward.Hospital.Get($"Subscription/$status?id=a%20b&id={id}")).Body.Items("entry")).Text("resource", "id"));
        var zero = await ward.Hospital.Post("Subscription/$status", """{"resourceType":"Parameters","parameter":[{"name":"id","valueString":"\u0000"}]}""");
        Assert.True(zero.Status < 500, zero.Body.ToString());
    }

    private static Heard Told(FhirAnswer answer) => new(answer.Body, [], "", default);
}
