using System.Net.Http.Json;
using System.Text.Json;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Auth;

public sealed class SmartConfigurationTests(PostgresFixture postgres)
{
    [Fact]
    public async Task discovery_leads_to_a_token_and_names_the_scopes_of_what_is_served()
    {
        await using var web = await RunningWeb.Start(postgres);
        using var http = web.Client();
        var found = await http.GetFromJsonAsync<JsonElement>("/fhir/.well-known/smart-configuration", TestContext.Current.CancellationToken);
        Assert.Equal(new Uri(web.Address, "/oauth2/token").ToString(), found.Text("token_endpoint"));
        Assert.Contains("private_key_jwt", Texts(found, "token_endpoint_auth_methods_supported"));
        Assert.Equal(["RS384", "ES384"], Texts(found, "token_endpoint_auth_signing_alg_values_supported"));
        Assert.Equal(["client_credentials"], Texts(found, "grant_types_supported"));
        Assert.Superset(new HashSet<string>(["client-confidential-asymmetric", "permission-v2"]), Texts(found, "capabilities").ToHashSet());

        var client = await SigningClient.Rsa("hospital").Register(web, "inst-a");
        var (status, reply) = await SigningClient.Ask(http, client.Sign(web, claims => claims["aud"] = found.Text("token_endpoint")), string.Join(' ', Texts(found, "scopes_supported")));
        Assert.Equal((200, "system/*.cruds"), (status, reply.Text("scope")));

        // Each type's scope has the letters of the interactions that the CapabilityStatement lists, and no type is missing.
        var statement = await http.GetFromJsonAsync<JsonElement>("/fhir/metadata", TestContext.Current.CancellationToken);
        var served = statement.Items("rest").Single().Items("resource").ToDictionary(one => one.Text("type")!, one => one.Items("interaction").Select(interaction => interaction.Text("code")!).ToHashSet());
        var scopes = Texts(found, "scopes_supported").Select(text => Scope.TryParse(text)!).Where(scope => scope.Type != Scope.AnyType).ToList();
        Assert.Equal(served.Keys.Order(StringComparer.Ordinal), scopes.Select(scope => scope.Type).Order(StringComparer.Ordinal));
        Assert.All(scopes, scope =>
        {
            var codes = served[scope.Type];
            Assert.Equal((scope.Type, codes.Contains("create"), codes.Contains("read"), codes.Contains("update"), codes.Contains("delete"), codes.Contains("search-type")),
                (scope.Type, scope.Interactions.HasFlag(Interactions.Create), scope.Interactions.HasFlag(Interactions.Read), scope.Interactions.HasFlag(Interactions.Update), scope.Interactions.HasFlag(Interactions.Delete), scope.Interactions.HasFlag(Interactions.Search)));
        });
    }

    private static IReadOnlyList<string> Texts(JsonElement element, string name) => [.. element.Items(name).Select(item => item.GetString()!)];
}
