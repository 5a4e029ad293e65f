using Microsoft.AspNetCore.Http;
using RegenTrack.App.Notices;
using RegenTrack.Domain.Notices;
using RegenTrack.EventStore;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Notices;

/// <summary>A call of an operation on subscriptions: by GET with a query, or by POST with Parameters.</summary>
internal static class NoticeCall
{
    public static async Task<(FhirCall? Call, ILookup<string, string> Asked, FhirReply? Refusal)> Read(HttpContext http, IReadOnlyList<string> known)
    {
        var none = Enumerable.Empty<string>().ToLookup(value => value);
        if (QueryRules.Unknown(http.Request.Query, known) is { } unknown)
            return (null, none, unknown);
        var asked = http.Request.Query.SelectMany(pair => pair.Value.Select(value => (pair.Key, Value: value ?? ""))).ToList();
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.ContentLength is not 0)
        {
            var (body, refused) = await FhirBody.Read(http);
            if (body is null)
                return (null, none, refused);
            if (body.Type != "Parameters")
                return (null, none, TypeEndpoint.WrongType("Parameters"));
            if (body.Root.Items("parameter").FirstOrDefault(parameter => !known.Contains(parameter.Text("name"))) is { ValueKind: not System.Text.Json.JsonValueKind.Undefined })
                return (null, none, FhirReply.Failed(400, SearchIssues.Value("Parameters.parameter.name", string.Join(", ", known))));
            asked.AddRange(body.Root.Items("parameter").Select(parameter => (parameter.Text("name")!, parameter.Text("valueId") ?? parameter.Text("valueCode") ?? parameter.Text("valueString") ?? "")));
        }
        else if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
        {
            return (null, none, FhirReply.NotSupported);
        }

        var (call, refusal) = Calls.Of(http, null);
        return (call, asked.ToLookup(one => one.Key, one => one.Value, StringComparer.Ordinal), refusal);
    }

    /// <summary>A subscription that the caller sees and that was not deleted, or null.</summary>
    public static async Task<NoticeSubscription?> Find(FhirCall call, string id)
    {
        var door = RestrictedDoor.For(new StoredDoor(NoticeNames.Type, null), call);
        return await door.Read(id, call) is { Status: 200 } ? (await call.Service<Store>().Reader.State(NoticeStream.Type, id, call.CancellationToken)).State : null;
    }
}
