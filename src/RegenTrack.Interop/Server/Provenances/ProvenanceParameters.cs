using RegenTrack.App.Resources;
using RegenTrack.Fhir.Search;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server.Provenances;

/// <summary>Search parameters of Provenance as a question about writes.</summary>
internal static class ProvenanceParameters
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    public static IReadOnlyList<SearchParameter> All { get; } =
    [
        new("_id", "token"), new("target", "reference", "Type/id, or Type/id/_history/n for one version"), new("patient", "reference", "What concerns this patient"),
        new("recorded", "date", "With eq, ge, gt, le, lt"), new("agent", "reference", "The own institution, or the id of one of its clients"),
    ];

    /// <summary>The writes that are asked for, or the name of the parameter whose value makes no sense.</summary>
    /// <param name="patient">Resources of the patient that is asked for; null when none is.</param>
    public static (ResourceWriteQuery? Query, string? Wrong) Of(FhirSearch search, string institution, IReadOnlyList<(string Type, string Id)>? patient)
    {
        var query = new ResourceWriteQuery(institution) { Targets = patient };
        if (search.One("_id") is { } id)
            query = query with { Sequence = Sequence(id) ?? 0 };
        if (search.One("target") is { } target)
        {
            if (Target(target) is not var (type, of, version))
                return (null, "target");
            query = query with { Targets = patient is null || patient.Contains((type, of)) ? [(type, of)] : [], Version = version };
        }

        if (search.Id("agent") is { } agent)
            query = agent == institution ? query with { IsOwn = true } : query with { Client = agent };
        foreach (var recorded in search.Values["recorded"])
        {
            if (Span(recorded) is not { } span)
                return (null, "recorded");
            query = query with { Recorded = [.. query.Recorded, span] };
        }

        return (query, null);
    }

    /// <summary>The event that an id names, or null for none of ours.</summary>
    public static long? Sequence(string id) =>
        long.TryParse(id.AsSpan(0, id.IndexOf('-', StringComparison.Ordinal) is var at and > 0 ? at : 0), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var sequence) ? sequence : null;

    private static (string Type, string Id, long? Version)? Target(string value) => value.Split('/') switch
    {
        [.., var type, var id, "_history", var version] when ReferencePath.IsId(id) && long.TryParse(version, out var number) => (type, id, number),
        [.., "_history", _] => null,
        [.., var type, var id] when ReferencePath.IsId(id) => (type, id, null),
        _ => null,
    };

    private static (DateTimeOffset? From, DateTimeOffset? To)? Span(string value)
    {
        var prefix = value.Length > 2 && char.IsLetter(value[0]) ? value[..2] : "eq";
        if (SearchDates.Span(char.IsLetter(value[0]) ? value[prefix.Length..] : value, Korea) is not var (from, to))
            return null;
        return prefix switch
        {
            "eq" => (from, to),
            "ge" => (from, null),
            "gt" => (to, null),
            "le" => (null, to),
            "lt" => (null, from),
            _ => null,
        };
    }
}
