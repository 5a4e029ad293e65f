using System.Collections.Concurrent;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Snapshots;

namespace RegenTrack.Fhir.Validation.Profiles;

/// <summary>Profiles by canonical address, compiled when they are first asked for.</summary>
internal sealed class ProfileSet(Catalogue catalogue)
{
    // Following references from profile to profile has an end.
    private const int DeepestPursuit = 4;

    [ThreadStatic]
    private static int pursuit;

    private readonly ConcurrentDictionary<string, Profile> compiled = new(StringComparer.Ordinal);
    private readonly SnapshotGenerator snapshots = new(catalogue);

    public Catalogue Catalogue => catalogue;

    /// <summary>The profile, or null when it is not known or cannot be made sense of.</summary>
    public Profile? Find(ReadOnlySpan<char> canonical)
    {
        var plain = canonical.IndexOf('|') is var at and >= 0 ? canonical[..at] : canonical;
        if (compiled.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(plain, out var profile))
            return profile;
        var url = plain.ToString();
        return catalogue.Find("StructureDefinition", url) is { } definition && snapshots.Complete(definition) is { } whole && ProfileCompiler.Compile(whole) is { } made
            ? compiled.GetOrAdd(url, made)
            : null;
    }

    /// <summary>The type that a profile describes, or null.</summary>
    public string? TypeOf(string canonical) => catalogue.Find("StructureDefinition", canonical)?.Text("type");

    /// <summary>Whether a resource that something refers to conforms to a profile; true when that cannot be said.</summary>
    public bool Conforms(Session session, JsonElement value, string canonical)
    {
        if (pursuit >= DeepestPursuit || Find(canonical) is not { } profile)
            return true;
        pursuit++;
        var fits = session.Try((value, profile), static (session, state) => session.Walk.Value(state.value, state.profile));
        pursuit--;
        return fits;
    }
}
