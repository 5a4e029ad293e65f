using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation.Profiles;

/// <summary>Whether a value belongs to a slice.</summary>
internal sealed class SliceMatch(Session session)
{
    public bool Matches(in Item item, ElementRule sliced, ElementRule slice)
    {
        if (sliced.Slicing is not { Discriminators.IsEmpty: false } slicing)
            return item.HasValue && Holds(item.Value, slice);
        foreach (var discriminator in slicing.Discriminators)
        {
            var matches = discriminator is { Kind: "type", Path.IsEmpty: true }
                ? IsType(Named(item.Value, item.Property.IsResource ? null : item.Property.TypeName), slice)
                : Matches(item.Value, item.Property.IsResource ? null : item.Property.TypeName, slice, discriminator, 0);
            if (!matches)
                return false;
        }

        return true;
    }

    private bool Matches(JsonElement value, string? type, ElementRule rule, Discriminator discriminator, int at)
    {
        if (at == discriminator.Path.Length)
            return value.ValueKind != JsonValueKind.Undefined && Fits(value, type, rule, discriminator.Kind);
        if (value.ValueKind != JsonValueKind.Object)
            return false;
        var step = discriminator.Path[at];
        if (step == Discriminator.Resolve)
            return value.Text("reference") is { } address && Resolved(address, value, rule, discriminator, at);
        if (Schema(rule, step) is not { } child)
            return false;
        var last = at == discriminator.Path.Length - 1;
        if (step[0] == '\'')
            return value.Text("url") == step[1..] && (last || Matches(value, type, child, discriminator, at + 1));

        var items = session.Rent();
        Item.Gather(value, child.Owner!, child.Element!, items);
        var found = last && discriminator.Kind == "exists" ? items.Count > 0 == (child.Max > 0) && (child.Max == 0 || child.Min > 0) : Any(items, child, discriminator, at + 1);
        session.Return(items);
        return found;
    }

    private bool Any(List<Item> items, ElementRule child, Discriminator discriminator, int at)
    {
        foreach (var item in items)
        {
            if (item.HasValue && Matches(item.Value, item.Property.IsResource ? null : item.Property.TypeName, child, discriminator, at))
                return true;
        }

        return false;
    }

    private bool Resolved(string address, JsonElement reference, ElementRule rule, Discriminator discriminator, int at)
    {
        var target = ReferenceRules.Resolve(session.Frame!, address);
        var targets = rule.Uses.Where(use => use.Code == "Reference").SelectMany(use => use.Targets).ToList();
        if (discriminator.Kind == "type")
        {
            var type = target?.Text("resourceType") ?? ReferenceRules.TypeIn(address, out _) ?? reference.Text("type");
            return targets.Exists(one => session.Profiles.TypeOf(one) is { } described && (described == type || described == "Resource"));
        }

        if (target is not { } resource)
            return false;
        foreach (var profile in targets)
        {
            var fits = discriminator.Kind == "profile"
                ? session.Profiles.Conforms(session, resource, profile)
                : session.Profiles.Find(profile) is { } known && Matches(resource, null, known.Root, discriminator, at + 1);
            if (fits)
                return true;
        }

        return false;
    }

    private bool Fits(JsonElement value, string? type, ElementRule rule, string kind) => kind switch
    {
        "type" => IsType(Named(value, type), rule),
        "profile" => ConformsToAny(value, rule),
        "exists" => rule.Max > 0,
        _ => Holds(value, rule),
    };

    private bool ConformsToAny(JsonElement value, ElementRule rule) => rule.Uses.SelectMany(use => use.Profiles).Any(profile => Conforms(value, profile));

    private static bool IsType(string? type, ElementRule slice)
    {
        foreach (var use in slice.Uses)
        {
            if (use.Code == type)
                return true;
        }

        return false;
    }

    private static string? Named(JsonElement value, string? type) => type ?? value.Text("resourceType");

    private bool Conforms(JsonElement value, string profile) =>
        session.Profiles.Find(profile) is { } known
        && (known.Root.ValueType is not { Kind: TypeKind.Resource } || known.Type == value.Text("resourceType"))
        && session.Profiles.Conforms(session, value, profile);

    /// <summary>Whether a value has all that a rule fixes, itself or in its parts.</summary>
    private bool Holds(JsonElement value, ElementRule rule)
    {
        if ((rule.Fixed is { } exact && !Patterns.IsFixed(value, exact)) || (rule.Pattern is { } pattern && !Patterns.Includes(value, pattern)))
            return false;
        if (rule.Binding is { Strength: BindingStrength.Required } binding && session.Catalogue.Codes(binding.ValueSet) is { } codes
            && Bindings.Contains(codes, value, rule.ValueType?.Name ?? "code", required: true) == false)
            return false;
        if (value.ValueKind != JsonValueKind.Object)
            return true;
        foreach (var child in rule.Children)
        {
            if (child.Fixed is null && child.Pattern is null && child.Binding is null && child.Children.Count == 0)
                continue;
            var items = session.Rent();
            Item.Gather(value, child.Owner!, child.Element!, items);
            var holds = items.Count == 0 ? child.Min == 0 : HoldsAny(items, child);
            session.Return(items);
            if (!holds)
                return false;
        }

        return true;
    }

    private bool HoldsAny(List<Item> items, ElementRule rule)
    {
        foreach (var item in items)
        {
            if (item.HasValue && Holds(item.Value, rule))
                return true;
        }

        return false;
    }

    /// <summary>The rule for the next step: in the profile itself, or in that of the type.</summary>
    private ElementRule? Schema(ElementRule rule, string step)
    {
        if (step[0] == '\'')
            return ExtensionSlice(rule, step[1..]);
        if (Child(rule, step) is { } own)
            return own;
        foreach (var use in rule.Uses)
        {
            foreach (var profile in use.Profiles)
            {
                if (session.Profiles.Find(profile) is { } known && Child(known.Root, step) is { } stated)
                    return stated;
            }
        }

        return null;
    }

    private static ElementRule? ExtensionSlice(ElementRule rule, string url) =>
        rule.Slices.Find(slice => slice.Uses.Any(use => use.Profiles.Contains(url)) || slice.Children.Exists(child => child.Label == "url" && child.Fixed?.GetString() == url));

    private static ElementRule? Child(ElementRule rule, string name)
    {
        foreach (var child in rule.Children)
        {
            if (child.Element!.Name == name)
                return child;
        }

        return null;
    }
}
