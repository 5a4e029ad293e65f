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

    public const string Identifier = "identifier";

    private const string Person = "Practitioner";

    /// <summary>Of a person only what the row knows without the vault.</summary>
    private static readonly FrozenSet<string> OfPerson = FrozenSet.Create(StringComparer.Ordinal, Id, LastUpdated, "_profile", "_security", "_tag", "active", Identifier);

    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, Parameter>> ByType = new(StringComparer.Ordinal);

    /// <summary>Times that state no zone are Korean.</summary>
    public static SearchParameters Parameters { get; } = new(Catalogue.R4, KoreanTime.Offset);

    /// <summary>The parameters of a resource type by their code.</summary>
    public static FrozenDictionary<string, Parameter> By(string type) =>
        ByType.GetOrAdd(type, static type => Parameters.For(type).Where(one => IsAnswered(one) && (type != Person || OfPerson.Contains(one.Code))).ToFrozenDictionary(one => one.Code, StringComparer.Ordinal));

    /// <summary>Whether the server itself keeps the value: no body states it.</summary>
    public static bool IsColumn(string parameter) => parameter is Id or LastUpdated;

    /// <summary>Whether values are known by keyed marks only (ADR 57).</summary>
    public static bool IsMarked(string type, string parameter) => type == Person && parameter == Identifier;

    /// <summary>A composite only of parts that are compared as a whole: a number has no one spelling.</summary>
    private static bool IsAnswered(Parameter parameter) => parameter.Type != SearchType.Composite
        || (Parameters.Parts(parameter) is { Count: > 1 } parts && parts.All(part => part?.Type is SearchType.Token or SearchType.Uri or SearchType.Reference));
}
