using System.Collections.Concurrent;
using System.Collections.Frozen;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Search;
using Parameter = RegenTrack.Fhir.Search.SearchParameter;

namespace RegenTrack.Interop.Server.Search;

/// <summary>The parameters by which stored resources are searched: HL7's and the guide's own, as far as the index answers them.</summary>
internal static class Searchable
{
    public const string Id = "_id";
    public const string LastUpdated = "_lastUpdated";

    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, Parameter>> ByType = new(StringComparer.Ordinal);

    /// <summary>Times that state no zone are Korean.</summary>
    public static SearchParameters Parameters { get; } = new(Catalogue.R4, KoreanTime.Offset);

    /// <summary>The parameters of a resource type by their code.</summary>
    public static FrozenDictionary<string, Parameter> By(string type) =>
        ByType.GetOrAdd(type, static type => Parameters.For(type).Where(IsAnswered).ToFrozenDictionary(one => one.Code, StringComparer.Ordinal));

    /// <summary>Whether the server itself keeps the value: no body states it.</summary>
    public static bool IsColumn(string parameter) => parameter is Id or LastUpdated;

    /// <summary>A composite only of parts that are compared as a whole: a number has no one spelling.</summary>
    private static bool IsAnswered(Parameter parameter) => parameter.Type != SearchType.Composite
        || (Parameters.Parts(parameter) is { Count: > 1 } parts && parts.All(part => part?.Type is SearchType.Token or SearchType.Uri or SearchType.Reference));
}
