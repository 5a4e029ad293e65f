using System.Globalization;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation.Profiles;

/// <summary>What a profile demands of a single value: type, fixed value, pattern, binding, length, range, invariants, profiles of its type and of what it refers to.</summary>
internal sealed class ValueRules(Session session)
{
    public void Check(in Item item, ElementRule rule)
    {
        var type = item.Property.IsResource ? item.Value.Text("resourceType") ?? "" : item.Property.TypeName;
        var use = Use(rule, type);
        if (rule.NarrowsTypes && use is null)
        {
            session.Report(Findings.TypeNotAllowed(string.Join(", ", rule.Uses.Select(one => one.Code).Distinct())), item.Place);
            return;
        }

        if (item.HasValue)
            Content(item.Value, rule, type);
        if (item.HasValue && rule.NarrowsUses && use is not null)
            Narrowed(item.Value, rule, use, type);
        Invariants.Check(session, rule.Constraints, item.Value, item.Shadow, item.Property.IsResource ? type : item.Property.TypeName);
    }

    private void Content(JsonElement value, ElementRule rule, string type)
    {
        if (rule.Fixed is { } exact && !Patterns.IsFixed(value, exact))
            session.Report(Findings.Fixed(), value);
        if (rule.Pattern is { } pattern && !Patterns.Includes(value, pattern))
            session.Report(Findings.Pattern(), value);
        if (rule.Binding is { } binding)
            Bindings.Check(session, binding, value, type);
        if (rule.MaxLength is { } longest && value.ValueKind == JsonValueKind.String && new StringInfo(value.GetString()!).LengthInTextElements > longest)
            session.Report(Findings.TooLong(longest), value);
        if ((rule.MinValue is { } least && Compare(value, least) < 0) || (rule.MaxValue is { } most && Compare(value, most) > 0))
            session.Report(Findings.OutOfRange(), value);
    }

    private void Narrowed(JsonElement value, ElementRule rule, TypeUse use, string type)
    {
        if (type == "Reference")
            ReferenceRules.Check(session, rule.Uses, value);
        // The walk along the types has already held an extension against its own definition.
        if (use.Profiles.IsEmpty || (type == "Extension" && IsOf(value, use)))
            return;
        OfType(value, use);
    }

    private void OfType(JsonElement value, TypeUse use)
    {
        var known = use.Profiles.Select(one => session.Profiles.Find(one)).OfType<Profile>().ToList();
        if (known is [var only])
        {
            session.Walk.Value(value, only);
        }
        else if (known.Count > 0 && !known.Exists(profile => Fits(session, value, profile)))
        {
            session.Report(Findings.ProfileMismatch(string.Join(", ", known.Select(profile => profile.Url))), value);
        }
    }

    private static bool Fits(Session session, JsonElement value, Profile profile) =>
        session.Try((value, profile), static (session, state) => session.Walk.Value(state.value, state.profile));

    private static bool IsOf(JsonElement extension, TypeUse use)
    {
        if (extension.At("url") is not { ValueKind: JsonValueKind.String } url)
            return false;
        foreach (var profile in use.Profiles)
        {
            if (url.ValueEquals(profile))
                return true;
        }

        return false;
    }

    private static TypeUse? Use(ElementRule rule, string type)
    {
        foreach (var use in rule.Uses)
        {
            if (use.Code == type || use.Code is "Resource" or "DomainResource" || (use.Code == "Element" && !rule.NarrowsTypes))
                return use;
        }

        return null;
    }

    /// <summary>Order of numbers and of dates of the same precision; 0 when there is none.</summary>
    private static int Compare(JsonElement value, JsonElement limit) => (value.ValueKind, limit.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) when value.TryGetDecimal(out var one) && limit.TryGetDecimal(out var other) => one.CompareTo(other),
        (JsonValueKind.String, JsonValueKind.String) when value.GetString() is { } one && limit.GetString() is { } other && one.Length == other.Length => string.CompareOrdinal(one, other),
        (JsonValueKind.Object, JsonValueKind.Object) when value.At("value") is { } one && limit.At("value") is { } other && value.Text("code") == limit.Text("code") => Compare(one, other),
        _ => 0,
    };
}
