using System.Collections.Frozen;
using System.Text.Json;

namespace RegenTrack.Fhir.FhirPath;

/// <summary>Finds a resource that is neither contained nor in the same Bundle.</summary>
public interface IReferencedResources
{
    /// <summary>The resource, or null when it cannot be found.</summary>
    /// <param name="reference">As written: <c>Patient/1</c>, <c>http://…/Patient/1</c>, <c>urn:uuid:…</c>.</param>
    JsonElement? Find(string reference);
}

/// <summary>Answers <c>memberOf()</c>.</summary>
public interface IValueSetMembership
{
    /// <summary>Whether a code, Coding or CodeableConcept is in a value set; null when that cannot be told.</summary>
    bool? Contains(string valueSet, PathItem coded);
}

/// <summary>Answers <c>conformsTo()</c>.</summary>
public interface IProfileConformance
{
    /// <summary>Whether an element conforms to a profile; null when the profile is not known.</summary>
    bool? Conforms(string profile, PathItem item);
}

/// <summary>The surroundings of evaluations. Immutable; one may serve many threads.</summary>
public sealed record FhirPathContext
{
    public static readonly FhirPathContext Default = new();

    public IReferencedResources? References { get; init; }

    /// <summary>Whether a reference that cannot be followed resolves to an empty resource of the type that it names, as search parameters need (<c>resolve() is Patient</c>).</summary>
    public bool TrustsReferenceTypes { get; init; }

    public IValueSetMembership? ValueSets { get; init; }

    public IProfileConformance? Profiles { get; init; }

    /// <summary>Receives what <c>trace()</c> sees.</summary>
    public Action<string, IReadOnlyList<PathItem>>? Trace { get; init; }

    /// <summary>For <c>now()</c>, <c>today()</c> and <c>timeOfDay()</c>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Further <c>%name</c> variables.</summary>
    public FrozenDictionary<string, IReadOnlyList<PathItem>> Variables { get; init; } = FrozenDictionary<string, IReadOnlyList<PathItem>>.Empty;

    /// <summary>How many items an evaluation may visit before it is stopped.</summary>
    public long StepLimit { get; init; } = 1_000_000;
}
