using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;

namespace RegenTrack.Tests.Notices;

public sealed class MaskedHeaderTests(PostgresFixture postgres)
{
    private const string JsonPatch = "application/json-patch+json";
    private const string Secret = "Bearer very-secret-value";

    [Fact]
    public async Task a_masked_header_goes_to_no_other_server_than_the_one_that_it_was_given_for()
    {
        await using var ward = await Ward.Open(postgres);
        await using var collector = await Listener.Start();
        var id = await ward.Subscribe(header: $"Authorization: {Secret}");
        await ward.Host.Services.GetRequiredService<ClientStore>().Create("demo-hospital-b", "b", "inst-hanbit", "adm1", TestContext.Current.CancellationToken);
        using var colleague = await HospitalClient.With(ward.Host, "demo-hospital-b", SystemClient.Everything);
        string To(string endpoint) => $$"""[{"op":"replace","path":"/channel/endpoint","value":"{{endpoint}}"}]""";

        var turned = await colleague.Patch($"Subscription/{id}", JsonPatch, To(collector.Address));
        Assert.Equal((422, "subscription-header-masked @ Subscription.channel.header[0]"), (turned.Status, Assert.Single(turned.Issues)));

        Assert.Equal(200, (await colleague.Patch($"Subscription/{id}", JsonPatch, To($"{ward.Listener.Address}?ward=2"))).Status);
        Assert.Equal(Secret, (await ward.Listener.Wait("handshake", 2))[1].Authorization);
        await ward.Until(id, "active");

        Assert.Equal(200, (await colleague.Put($"Subscription/{id}", Ward.Body(collector.Address, header: "Authorization: another", id: id))).Status);
        Assert.Equal("another", Assert.Single(await collector.Wait("handshake", 1)).Authorization);
        await ward.Until(id, "active");
        Assert.Equal(422, (await colleague.Patch($"Subscription/{id}", JsonPatch, To(ward.Listener.Address))).Status);
    }
}
