using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation.Profiles;

/// <summary>Checks a value along the rules of a profile.</summary>
internal sealed class ProfileWalk(Session session)
{
    private readonly ValueRules values = new(session);
    private readonly SliceMatch slices = new(session);

    /// <summary>Checks a resource, or a value of a data type.</summary>
    public void Value(JsonElement value, Profile profile)
    {
        var frame = session.Frame!;
        if (profile.Root.ValueType is not { Kind: TypeKind.Resource } type)
        {
            Invariants.Check(session, profile.Root.Constraints, value, default, profile.Type);
            Children(value, profile.Root);
            return;
        }

        if (!frame.Is(value))
            session.Frame = frame.Around(value, type);
        Invariants.Check(session, profile.Root.Constraints);
        Children(value, profile.Root);
        session.Frame = frame;
    }

    private void Children(JsonElement value, ElementRule rule)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var child in rule.Children)
        {
            if (session.IsOver)
                return;
            var items = session.Rent();
            Item.Gather(value, child.Owner!, child.Element!, items);
            Count(child, items.Count, value);
            foreach (var item in items)
                Check(item, child);
            if (child.Slices.Count > 0 || child.Slicing?.Rules == "closed")
                Slices(value, items, child);
            session.Return(items);
        }
    }

    private void Count(ElementRule rule, int count, JsonElement holder)
    {
        if (count < rule.Min)
            session.Report(Findings.TooFew(rule.Label, rule.Min), holder);
        if (count > rule.Max)
            session.Report(Findings.TooMany(rule.Label, rule.Max), holder);
    }

    private void Check(in Item item, ElementRule rule)
    {
        if (!rule.HasOwnChecks && rule.Children.Count == 0)
            return;
        session.Steps.Push(item.Owner, item.Property, item.Index);
        if (rule.HasOwnChecks)
            values.Check(item, rule);
        // Rules for another type say nothing about this one.
        if (item.HasValue && rule.Children.Count > 0 && (item.Property.Format is not null || rule.ValueType is not { } type || Is(item, type)))
            Children(item.Property.Format is null ? item.Value : item.Shadow, rule);
        session.Steps.Pop();
    }

    private static bool Is(in Item item, TypeDefinition type) =>
        item.Property.IsResource ? item.Value.Text("resourceType") == type.Name || type.Kind == TypeKind.Abstract : item.Property.Type == type;

    private void Slices(JsonElement holder, List<Item> items, ElementRule rule)
    {
        Span<int> counts = rule.Slices.Count <= 32 ? stackalloc int[rule.Slices.Count] : new int[rule.Slices.Count];
        var (last, unmatched) = (0, false);
        foreach (var item in items)
        {
            var slice = Match(item, rule);
            if (slice < 0)
            {
                unmatched = true;
                if (rule.Slicing?.Rules == "closed")
                    At(item, Findings.SliceClosed(rule.Label));
                continue;
            }

            if (rule.Slicing is { Ordered: true } && slice < last || (rule.Slicing?.Rules == "openAtEnd" && unmatched))
                At(item, Findings.SliceOrder(rule.Label));
            last = Math.Max(last, slice);
            counts[slice]++;
            Check(item, rule.Slices[slice]);
        }

        for (var i = 0; i < counts.Length; i++)
        {
            var slice = rule.Slices[i];
            Count(slice, counts[i], holder);
            if (slice.Slices.Count > 0)
                Reslice(holder, items, rule, i);
        }
    }

    private void Reslice(JsonElement holder, List<Item> items, ElementRule rule, int slice)
    {
        var part = session.Rent();
        foreach (var item in items)
        {
            if (Match(item, rule) == slice)
                part.Add(item);
        }

        Slices(holder, part, rule.Slices[slice]);
        session.Return(part);
    }

    private int Match(in Item item, ElementRule rule)
    {
        for (var i = 0; i < rule.Slices.Count; i++)
        {
            if (slices.Matches(item, rule, rule.Slices[i]))
                return i;
        }

        return -1;
    }

    private void At(in Item item, Issue issue)
    {
        session.Steps.Push(item.Owner, item.Property, item.Index);
        session.Report(issue, item.Place);
        session.Steps.Pop();
    }
}
