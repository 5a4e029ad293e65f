using System.Collections.Immutable;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Validation.Profiles;

/// <summary>A compiled structure definition: what it demands beyond the type that it constrains.</summary>
internal sealed class Profile
{
    public required string Url { get; init; }

    /// <summary>The type that it describes.</summary>
    public required string Type { get; init; }

    public required ElementRule Root { get; init; }

    /// <summary>For an extension where it may stand: kind (element, extension, fhirpath) and expression.</summary>
    public ImmutableArray<(string Kind, string Expression)> Contexts { get; init; } = [];

    /// <summary>For an extension whether it changes the meaning of what it stands on.</summary>
    public bool IsModifier { get; init; }

    /// <summary>Whether a type is derived from the one that this describes.</summary>
    public bool IsOf(TypeDefinition type)
    {
        for (var at = type; at is not null; at = at.BaseName is { } name ? R4.Definitions.Find(name) : null)
        {
            if (at.Name == Type)
                return true;
        }

        return false;
    }
}
