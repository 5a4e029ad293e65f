using System.Text.Json;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov.ApiV2;

/// <summary>An object in the document and the path to it. Reading past what is there gives nothing; reading the wrong kind is a problem with its path.</summary>
internal readonly struct JsonPlace(JsonElement element, string path, ReadingProblems problems)
{
    public string Path => path;

    public ReadingProblems Problems => problems;

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            problems.WrongKind($"{path}.{name}", "text", value.ValueKind.ToString().ToLowerInvariant());
            return null;
        }
        return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
    }

    public string Required(string name)
    {
        string? text = Text(name);
        if (!string.IsNullOrWhiteSpace(text))
            return text;
        problems.Missing($"{path}.{name}");
        return "";
    }

    public JsonPlace? Child(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new JsonPlace(value, $"{path}.{name}", problems);
        problems.WrongKind($"{path}.{name}", "object", value.ValueKind.ToString().ToLowerInvariant());
        return null;
    }

    public IReadOnlyList<T> Each<T>(string name, Func<JsonPlace, T> read)
    {
        var items = new List<T>();
        foreach ((JsonElement item, string where) in Items(name))
        {
            if (item.ValueKind == JsonValueKind.Object)
                items.Add(read(new JsonPlace(item, where, problems)));
            else
                problems.WrongKind(where, "object", item.ValueKind.ToString().ToLowerInvariant());
        }
        return items;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        var items = new List<string>();
        foreach ((JsonElement item, string where) in Items(name))
        {
            if (item.ValueKind == JsonValueKind.String)
                items.Add(item.GetString()!);
            else
                problems.WrongKind(where, "text", item.ValueKind.ToString().ToLowerInvariant());
        }
        return items;
    }

    private List<(JsonElement Item, string Where)> Items(string name)
    {
        if (Find(name) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.WrongKind($"{path}.{name}", "array", value.ValueKind.ToString().ToLowerInvariant());
            return [];
        }
        string where = path;
        return [.. value.EnumerateArray().Select((item, index) => (item, $"{where}.{name}[{index}]"))];
    }

    private JsonElement? Find(string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
