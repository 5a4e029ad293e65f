using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Scopes;

/// <summary>One way to ask something of a type.</summary>
/// <param name="Letters">What a scope needs for it, in the order in which it is asked for.</param>
/// <param name="Code">The interaction in the capability statement; null for one that it does not name alone.</param>
/// <param name="Send">By a client, of a type, with an id and a valid resource.</param>
internal sealed record Asked(string Name, string Letters, string? Code, Func<HospitalClient, string, string, string, Task<FhirAnswer>> Send)
{
    private const string Lot = """[{"op":"add","path":"/language","value":"ko"}]""";

    /// <summary>Every interaction of FHIR with a type.</summary>
    public static readonly IReadOnlyList<Asked> All =
    [
        new("read", "r", "read", (client, type, id, _) => client.Get($"{type}/{id}?_format=json")),
        new("vread", "r", "vread", (client, type, id, _) => client.Get($"{type}/{id}/_history/1")),
        new("history", "r", "history-instance", (client, type, id, _) => client.Get($"{type}/{id}/_history")),
        new("history of the type", "s", "history-type", (client, type, _, _) => client.Get($"{type}/_history")),
        new("search", "s", "search-type", (client, type, _, _) => client.Get(type)),
        new("create", "c", "create", (client, type, _, body) => client.Post(type, body)),
        new("update", "u", "update", (client, type, id, body) => client.Put($"{type}/{id}", body)),
        new("patch", "u", "patch", (client, type, id, _) => client.Patch($"{type}/{id}", "application/json-patch+json", Lot)),
        new("delete", "d", "delete", (client, type, id, _) => client.Delete($"{type}/{id}")),
        new("conditional create", "cs", null, (client, type, id, body) => client.Send(HttpMethod.Post, type, body, ("If-None-Exist", $"_id={id}"))),
        new("conditional update", "us", null, (client, type, id, body) => client.Put($"{type}?_id={id}", body)),
        new("conditional patch", "us", null, (client, type, id, _) => client.Patch($"{type}?_id={id}", "application/json-patch+json", Lot)),
        new("conditional delete", "ds", null, (client, type, id, _) => client.Delete($"{type}?_id={id}")),
        new("read in a batch", "r", null, (client, type, id, _) => InBatch(client, $$"""{"request":{"method":"GET","url":"{{type}}/{{id}}"} }""")),
        new("search in a batch", "s", null, (client, type, _, _) => InBatch(client, $$"""{"request":{"method":"GET","url":"{{type}}?_count=1"} }""")),
        new("create in a batch", "c", null, (client, type, _, body) => InBatch(client, $$"""{"resource":{{body}},"request":{"method":"POST","url":"{{type}}"} }""")),
        new("delete in a batch", "d", null, (client, type, id, _) => InBatch(client, $$"""{"request":{"method":"DELETE","url":"{{type}}/{{id}}"} }""")),
        new("update in a transaction", "u", null, (client, type, id, body) => client.Post("", Bundle("transaction", $$"""{"resource":{{body}},"request":{"method":"PUT","url":"{{type}}/{{id}}"} }"""))),
        new("conditional delete in a transaction", "ds", null, (client, type, id, _) => client.Post("", Bundle("transaction", $$"""{"request":{"method":"DELETE","url":"{{type}}?_id={{id}}"} }"""))),
        new("an operation that reads", "r", null, (client, type, id, _) => client.Get($"{type}/{id}/$trace")),
        new("an operation that stores nothing", "", null, (client, type, _, body) => client.Post($"{type}/$validate", body)),
    ];

    private static string Bundle(string type, string entry) => $$"""{"resourceType":"Bundle","type":"{{type}}","entry":[{{entry}}]}""";

    // The answer to the entry, as if it had been asked for alone.
    private static async Task<FhirAnswer> InBatch(HospitalClient client, string entry)
    {
        var whole = await client.Post("", Bundle("batch", entry));
        if (whole.Status != 200)
            return whole;
        var line = whole.Body.Items("entry").Single();
        return new FhirAnswer(int.Parse(line.Text("response", "status")!, System.Globalization.CultureInfo.InvariantCulture), line.At("resource") ?? line.At("response", "outcome") ?? default, null);
    }
}
