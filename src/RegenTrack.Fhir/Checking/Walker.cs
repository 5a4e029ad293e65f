using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Checking;

/// <summary>Walks a document that is known to be well-formed JSON along the definitions, once, without making strings of what is right.</summary>
internal ref partial struct Walker
{
    private const int LongestType = 64;

    [ThreadStatic]
    private static Scratch? scratch;

    private readonly ReadOnlySpan<byte> document;
    private readonly FhirLimits limits;
    private readonly IssueLog log;
    private readonly TextScreen? screen;
    private readonly Trail trail;
    private readonly Stack<Sightings> pool;
    private Tokens reader;

    public Walker(ReadOnlySpan<byte> document, FhirLimits limits, IssueLog log, TextScreen? screen)
    {
        this.document = document;
        this.limits = limits;
        this.log = log;
        this.screen = screen;
        // What a walk needs is kept for the next one on this thread.
        (trail, pool) = scratch ??= new Scratch(new Trail(), new Stack<Sightings>());
        trail.Clear();
        reader = new Tokens(document);
    }

    public void Document()
    {
        reader.Read();
        if (reader.Type == JsonTokenType.StartObject)
            Resource();
        else
            Report(Problems.NotAnObject());
    }

    private void Resource()
    {
        var type = TypeOfResource(out var stated);
        if (trail.Root.Length == 0 && type is not null)
            trail.Root = type.Name;
        if (type is not null)
        {
            Object(type);
            return;
        }

        Report(stated ? Problems.UnknownResourceType() : Problems.ResourceTypeMissing());
        reader.Skip();
    }

    /// <summary>Looks ahead for resourceType, which need not come first.</summary>
    private readonly TypeDefinition? TypeOfResource(out bool stated)
    {
        var ahead = reader;
        while (ahead.Read() && ahead.Type == JsonTokenType.PropertyName)
        {
            var found = ahead.Is("resourceType"u8);
            ahead.Read();
            if (found && ahead.Type == JsonTokenType.String)
            {
                stated = true;
                Span<char> name = stackalloc char[LongestType];
                return !ahead.IsEscaped && ahead.Value.Length <= LongestType
                    && R4.Definitions.Find(name[..Encoding.UTF8.GetChars(ahead.Value, name)]) is { Kind: TypeKind.Resource } type ? type : null;
            }

            ahead.Skip();
        }

        stated = false;
        return null;
    }

    private void Object(TypeDefinition type)
    {
        var start = reader.Start;
        var seen = pool.Count > 0 ? pool.Pop() : new Sightings();
        seen.Begin(type);
        var (any, typed, bare) = (false, false, type.Kind is not TypeKind.Resource && !trail.IsShadow);
        while (reader.Read() && reader.Type == JsonTokenType.PropertyName && !log.Full)
        {
            any = true;
            // ele-1: an id alone makes no element.
            bare = bare && reader.Is("id"u8);
            if (type.Kind == TypeKind.Resource && reader.Is("resourceType"u8))
            {
                if (typed)
                    Report(Problems.DuplicateProperty("resourceType"));
                typed = true;
                reader.Read();
                reader.Skip();
            }
            else if (Find(type) is { } property)
            {
                Member(property, seen);
            }
            else
            {
                Report(Problems.UnknownProperty(PropertyNames.Shown(reader.Value, reader.IsEscaped), type.Name));
                reader.Read();
                reader.Skip();
            }
        }

        if (!any)
            ReportAt(Problems.Empty(), start);
        else if (bare)
            ReportAt(Problems.OnlyId(), start);
        foreach (var element in type.Counted)
        {
            var count = seen.Count(element);
            if (count < element.Min)
                ReportAt(Problems.Missing(element.Name + (element.IsChoice ? "[x]" : "")), start);
            else if (count > element.Max)
                ReportAt(Problems.TooManyItems(element.Name, element.Max), start);
        }

        if (seen.HasNulls)
        {
            foreach (var at in seen.LonelyNulls())
                ReportAt(Problems.Null(), at);
        }

        pool.Push(seen);
    }

    private readonly Property? Find(TypeDefinition type)
    {
        if (!reader.IsEscaped)
            return type.Find(reader.Value);
        Span<byte> name = stackalloc byte[256];
        return reader.Value.Length <= name.Length && reader.TryUnescape(name, out var length) ? type.Find(name[..length]) : null;
    }

    private void Member(Property property, Sightings seen)
    {
        var name = property.Name;
        if (!seen.First(property))
            Report(Problems.DuplicateProperty(name));
        else if (!seen.SameChoice(property))
            Report(Problems.SeveralChoices(property.Element.Name));

        reader.Read();
        trail.Push(property);
        if (property.Element.Repeats)
        {
            Items(property, seen);
        }
        else if (reader.Type == JsonTokenType.StartArray)
        {
            Report(Problems.ArrayUnexpected(name));
            seen.Add(property, 1);
            reader.Skip();
        }
        else
        {
            seen.Add(property, 1);
            Value(property);
        }

        trail.Pop();
    }

    private void Items(Property property, Sightings seen)
    {
        if (reader.Type != JsonTokenType.StartArray)
        {
            seen.Add(property, 1);
            if (reader.Type != JsonTokenType.Null)
                Report(Problems.ArrayExpected(property.Name));
            Value(property);
            return;
        }

        var start = reader.Start;
        var count = 0;
        while (reader.Read() && reader.Type != JsonTokenType.EndArray && !log.Full)
        {
            if (count == limits.Items)
            {
                ReportAt(Problems.TooManyItemsAtAll(limits.Items), start);
                seen.Add(property, count);
                SkipRest();
                return;
            }

            trail.MoveTo(count);
            if (reader.Type == JsonTokenType.Null && (property.Format is not null || property.IsShadow))
                seen.Null(property, count, reader.Start);
            else
                Value(property);
            count++;
        }

        seen.Add(property, count);
        if (count == 0)
            ReportAt(Problems.Empty(), start);
    }

    private void SkipRest()
    {
        do
            reader.Skip();
        while (reader.Read() && reader.Type != JsonTokenType.EndArray);
    }

    private readonly void Report(Issue issue) => ReportAt(issue, reader.Start);

    private readonly void ReportAt(Issue issue, int offset) => log.Add(issue, trail.Root.Length == 0 ? null : trail.Expression, document, offset);

    private sealed record Scratch(Trail Trail, Stack<Sightings> Pool);
}
