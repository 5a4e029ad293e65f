using System.Collections.Immutable;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation;

/// <summary>What a Reference points at, as far as the document and the address say: its type, its presence when contained, how it is pointed at.</summary>
internal static class ReferenceRules
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";

    /// <param name="uses">The types that the element may have; those that are references say what they may point at.</param>
    public static void Check(Session session, ImmutableArray<TypeUse> uses, JsonElement reference)
    {
        var use = Use(uses);
        var address = reference.Text("reference");
        var target = address is null ? null : Resolve(session.Frame!, address);
        if (address is ['#', ..] && target is null)
            session.Report(Findings.ContainedMissing(), reference);
        if (use is not null && address is not null)
            Aggregation(session, use, reference, address, target is not null);

        var stated = reference.Text("type");
        var type = target?.Text("resourceType") ?? (address is null ? null : TypeIn(address, out _));
        if (type is not null && stated is not null && R4.Definitions.IsResource(stated) && stated != type)
            session.Report(Findings.ReferenceType(), reference);
        type ??= stated is not null && R4.Definitions.IsResource(stated) ? stated : null;
        if (use is { Targets.IsEmpty: false } && type is not null)
            Targets(session, use, reference, type, target);
    }

    /// <summary>The resource type that a REST address (absolute or relative, with or without version) names, or null.</summary>
    public static string? TypeIn(ReadOnlySpan<char> address, out ReadOnlySpan<char> id)
    {
        id = default;
        if (address.StartsWith("urn:") || address.StartsWith("#"))
            return null;
        var plain = address;
        if (plain.IndexOf("/_history/") is var version and > 0)
            plain = plain[..version];
        var before = plain.LastIndexOf('/');
        if (before <= 0 || before == plain.Length - 1)
            return null;
        id = plain[(before + 1)..];
        return R4.Definitions.ResourceNamed(plain[..before][(plain[..before].LastIndexOf('/') + 1)..]);
    }

    /// <summary>The resource within the document that an address means, or null.</summary>
    public static JsonElement? Resolve(Frame frame, string address) => address is ['#', ..] ? frame.Contained(address) : frame.Bundled(address);

    private static bool Conforms(Session session, JsonElement resource, List<string> profiles) => profiles.Exists(profile => session.Profiles.Conforms(session, resource, profile));

    private static string Names(Session session, TypeUse use) => string.Join(", ", use.Targets.Select(one => session.Profiles.TypeOf(one)).Distinct());

    private static TypeUse? Use(ImmutableArray<TypeUse> uses)
    {
        foreach (var use in uses)
        {
            if (use.Code == "Reference")
                return use;
        }

        return null;
    }

    private static void Aggregation(Session session, TypeUse use, JsonElement reference, string address, bool found)
    {
        if (use.Aggregation.IsEmpty)
            return;
        var kind = address is ['#', ..] ? "contained" : found ? "bundled" : "referenced";
        // What is bundled is also referenced.
        if (!use.Aggregation.Contains(kind) && !(kind == "bundled" && use.Aggregation.Contains("referenced")))
            session.Report(Findings.Aggregation(string.Join(", ", use.Aggregation)), reference);
    }

    private static void Targets(Session session, TypeUse use, JsonElement reference, string type, JsonElement? target)
    {
        var candidates = new List<string>();
        foreach (var profile in use.Targets)
        {
            if (profile.StartsWith(Core, StringComparison.Ordinal) && profile.AsSpan(Core.Length) is var name && (name.SequenceEqual(type) || name is "Resource"))
                return;
            var described = session.Profiles.TypeOf(profile);
            // A profile that is not known cannot speak against the reference.
            if (described is null or "Resource" or "DomainResource")
                return;
            if (described == type)
                candidates.Add(profile);
        }

        if (candidates.Count == 0)
            session.Report(Findings.TargetType(Names(session, use)), reference);
        else if (target is { } resource && !Conforms(session, resource, candidates))
            session.Report(Findings.TargetProfile(string.Join(", ", candidates)), reference);
    }
}
