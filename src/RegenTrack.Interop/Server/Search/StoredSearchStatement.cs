using System.Text.Json.Nodes;
using RegenTrack.Fhir.Search;

namespace RegenTrack.Interop.Server.Search;

/// <summary>What the capability statement says of searches of stored resources: what the reader of searches takes.</summary>
internal static class StoredSearchStatement
{
    public static IEnumerable<JsonObject> Parameters(string type) => Searchable.By(type).Values.OrderBy(parameter => parameter.Code, StringComparer.Ordinal).Select(parameter => new JsonObject
    {
        ["name"] = parameter.Code,
        ["definition"] = parameter.Url,
        ["type"] = parameter.Type.ToString().ToLowerInvariant(),
    });

    public static IEnumerable<string> Includes(string type) => SearchNames.References(type).Select(code => $"{type}:{code}");

    public static IEnumerable<string> RevIncludes(string type, DoorMap doors) =>
        from source in doors.Types.Where(doors.IsStored)
        from parameter in Searchable.By(source).Values.OrderBy(one => one.Code, StringComparer.Ordinal)
        where parameter.Type == SearchType.Reference && parameter.Targets.Contains(type)
        select $"{source}:{parameter.Code}";
}
