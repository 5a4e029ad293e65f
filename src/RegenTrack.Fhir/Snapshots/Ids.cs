using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Snapshots;

/// <summary>Element ids: a path with slice names, e.g. <c>Patient.identifier:mrn.system</c>; a slice of a slice is <c>mrn/ward</c>.</summary>
internal static class Ids
{
    /// <summary>The id of a line, worked out from path and slice name when it has none.</summary>
    public static string Of(JsonElement line) =>
        line.Text("id") ?? (line.Text("sliceName") is { } slice ? $"{line.Text("path")}:{slice}" : line.Text("path")) ?? "";

    /// <summary>The id of the element that holds it; null for the root.</summary>
    public static string? Parent(string id) => id.LastIndexOf('.') is var dot and > 0 ? id[..dot] : null;

    public static string Last(string id) => id[(id.LastIndexOf('.') + 1)..];

    /// <summary>For a slice the id of what it is a slice of and its name; else null.</summary>
    public static (string Sliced, string Name)? Slice(string id)
    {
        var colon = id.IndexOf(':', id.LastIndexOf('.') + 1);
        if (colon < 0)
            return null;
        var slash = id.LastIndexOf('/');
        return (slash > colon ? id[..slash] : id[..colon], id[(colon + 1)..]);
    }

    /// <summary>Whether a line belongs to an element: itself, its parts, its slices.</summary>
    public static bool IsWithin(string id, string whole) =>
        id.StartsWith(whole, StringComparison.Ordinal) && (id.Length == whole.Length || id[whole.Length] is '.' or ':' or '/');

    /// <summary>Whether a line is a part of an element.</summary>
    public static bool IsPart(string id, string whole) => id.Length > whole.Length && id.StartsWith(whole, StringComparison.Ordinal) && id[whole.Length] == '.';

    /// <summary>The path that an id stands for: without slice names.</summary>
    public static string Path(string id) => string.Join('.', id.Split('.').Select(step => step.IndexOf(':', StringComparison.Ordinal) is var at and > 0 ? step[..at] : step));
}
