using System.Collections.Immutable;
using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation.Profiles;

/// <summary>What tells slices apart.</summary>
/// <param name="Kind">value, pattern, type, profile or exists.</param>
/// <param name="Path">Steps from the element: names, <c>resolve()</c>, and <c>extension('url')</c> as <c>extension</c> followed by <c>'url</c>; empty for $this.</param>
internal sealed record Discriminator(string Kind, ImmutableArray<string> Path)
{
    public const string Resolve = "resolve()";

    public static Discriminator Read(JsonElement line) => new(line.Text("type") ?? "value", [.. Steps(line.Text("path") ?? "$this")]);

    private static IEnumerable<string> Steps(string path)
    {
        while (path.Length > 0)
        {
            if (path.StartsWith("extension('", StringComparison.Ordinal) && path.IndexOf("')", StringComparison.Ordinal) is var end and > 0)
            {
                yield return "extension";
                yield return path[10..end];
                path = path[(end + 2)..].TrimStart('.');
                continue;
            }

            var at = path.IndexOf('.', StringComparison.Ordinal);
            var step = at < 0 ? path : path[..at];
            if (step is not ("$this" or ""))
                yield return step;
            path = at < 0 ? "" : path[(at + 1)..];
        }
    }
}
