using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>What a request for an export says: in its address, or in a Parameters resource.</summary>
/// <param name="Types">Empty for all.</param>
/// <param name="Filters">Values of <c>_typeFilter</c>.</param>
internal sealed record ExportParameters(IReadOnlyList<string> Types, DateTimeOffset? Since, IReadOnlyList<string> Filters)
{
    private static readonly string[] Known = ["_outputFormat", "_since", "_type", TypeFilter.Name];
    private static readonly string[] Formats = ["application/fhir+ndjson", "application/ndjson", "ndjson"];

    /// <summary>What was left out, for a caller who prefers that to a refusal.</summary>
    public IReadOnlyList<Issue> Warnings { get; private init; } = [];

    public static async Task<(ExportParameters? Asked, FhirDocument? Body, FhirReply? Refusal)> Read(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
            return (null, null, FhirReply.NotSupported);
        if (!http.Request.Headers["Prefer"].Any(one => one?.Contains("respond-async", StringComparison.Ordinal) == true))
            return (null, null, FhirReply.Failed(400, Issue.Error("required", "export-not-async", "내보내기는 'Prefer: respond-async' 헤더가 있어야 합니다.", "An export needs the header 'Prefer: respond-async'.", "http.Prefer")));
        var isLenient = QueryRules.IsLenient(http.Request);
        var unknown = QueryRules.Unknown(http.Request.Query, Known);
        if (unknown is not null && !isLenient)
            return (null, null, unknown);
        List<KeyValuePair<string, string>> pairs = [.. http.Request.Query.Where(one => Known.Contains(one.Key)).SelectMany(one => one.Value.Select(value => KeyValuePair.Create(one.Key, value ?? "")))];
        if (!HttpMethods.IsPost(http.Request.Method) || !FhirBody.IsSent(http))
            return Understood(pairs, null, unknown is not null);
        var (body, refused) = await FhirBody.Read(http);
        if (body is null)
            return (null, null, refused);
        if (body.Type != "Parameters")
            return (null, null, TypeEndpoint.WrongType("Parameters"));
        foreach (var parameter in body.Root.Items("parameter"))
        {
            if (!Known.Contains(parameter.Text("name")))
            {
                unknown = Wrong("parameter.name", string.Join(", ", Known));
                if (!isLenient)
                    return (null, null, unknown);
                continue;
            }

            pairs.Add(new(parameter.Text("name")!, parameter.EnumerateObject().Where(one => one.Name.StartsWith("value", StringComparison.Ordinal) && one.Value.ValueKind == JsonValueKind.String).Select(one => one.Value.GetString()!).FirstOrDefault() ?? ""));
        }

        return Understood(pairs, body, unknown is not null);
    }

    /// <summary>400 for a value that cannot be read.</summary>
    public static FhirReply Wrong(string name, string wanted) => FhirReply.Failed(400, Unfit(name, wanted));

    public static Issue Unfit(string name, string wanted) => Issue.Error(
        "value", "query-parameter-value", $"매개변수 {name}의 값이 맞지 않습니다. 쓸 수 있는 것: {wanted}", $"The value of parameter {name} does not fit. Possible are: {wanted}");

    private static Issue LeftOut => new(
        Severity.Warning, "not-supported", "unknown-query-parameter",
        $"알 수 없는 매개변수를 빼고 내보냅니다. 쓸 수 있는 것: {string.Join(", ", Known)}", $"Unknown parameters were left out. Known are: {string.Join(", ", Known)}");

    // Clients see instants to the millisecond: whatever shows the one that they name is not after it. A plus in an address arrives as a space.
    private static (ExportParameters?, FhirDocument?, FhirReply?) Understood(List<KeyValuePair<string, string>> pairs, FhirDocument? body, bool leftOut)
    {
        var (types, filters, since) = (new List<string>(), new List<string>(), (DateTimeOffset?)null);
        foreach (var (name, value) in pairs)
        {
            if (name == "_outputFormat" && !Formats.Contains(value.Replace(' ', '+')))
                return (null, null, Wrong(name, string.Join(", ", Formats)));
            if (name == "_type")
                types.AddRange(value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            if (name == TypeFilter.Name)
                filters.AddRange(TypeFilter.In(value));
            if (name != "_since")
                continue;
            if (since is not null || value.Length <= 10 || !DateTimeOffset.TryParse(value.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                return (null, null, Wrong(name, "2026-11-23T09:00:00+09:00"));
            since = new DateTimeOffset(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMillisecond + 999 * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        }

        return (new ExportParameters(types, since, filters) { Warnings = leftOut ? [LeftOut] : [] }, body, null);
    }
}
