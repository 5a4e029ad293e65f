using System.Text.Json;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.FhirPath.Values;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Search;

/// <summary>The keys of one selected item, by the type of the parameter and the type of the item.</summary>
internal static class KeysOfItem
{
    private static readonly string[] PartsOfName = ["text", "family", "given", "prefix", "suffix"];
    private static readonly string[] PartsOfAddress = ["text", "line", "city", "district", "state", "postalCode", "country"];

    public static void Add(SearchParameter parameter, PathItem item, TimeSpan zone, List<SearchKey> keys)
    {
        switch (parameter.Type)
        {
            case SearchType.Token:
                TokenKeys.Add(parameter.Code, item, keys);
                break;
            case SearchType.String:
                AddStrings(parameter.Code, item, keys);
                break;
            case SearchType.Date:
                AddDates(parameter.Code, item, zone, keys);
                break;
            case SearchType.Reference:
                ReferenceKeys.Add(parameter, item, keys);
                break;
            case SearchType.Quantity:
                QuantityKeys.AddQuantity(parameter.Code, item, keys);
                break;
            case SearchType.Number:
                QuantityKeys.AddNumber(parameter.Code, item, keys);
                break;
            case SearchType.Uri when TextOf(item) is { } uri:
                keys.Add(new UriKey(parameter.Code, uri));
                break;
        }
    }

    public static string? TextOf(PathItem item) => item.Plain is StringItem text ? text.Value : null;

    private static void AddStrings(string code, PathItem item, List<SearchKey> keys)
    {
        if (TextOf(item) is { } text)
        {
            AddString(code, text, keys);
            return;
        }

        if (item.TypeName is not ("HumanName" or "Address"))
            return;
        foreach (var part in item.TypeName == "HumanName" ? PartsOfName : PartsOfAddress)
        {
            if (item.Element.At(part) is not { } value)
                continue;
            foreach (var one in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().AsEnumerable() : [value])
            {
                if (one.ValueKind == JsonValueKind.String && Texts.Of(one) is { } found)
                    AddString(code, found, keys);
            }
        }
    }

    private static void AddString(string code, string text, List<SearchKey> keys)
    {
        if (SearchText.Normalise(text) is { Length: > 0 } normal)
            keys.Add(new StringKey(code, text, normal));
    }

    private static void AddDates(string code, PathItem item, TimeSpan zone, List<SearchKey> keys)
    {
        switch (item.TypeName)
        {
            case "Period":
                AddSpan(code, SearchDates.Span(item.Element, zone), keys);
                break;
            case "Timing":
                foreach (var time in item.Element.Items("event"))
                    AddSpan(code, time.ValueKind == JsonValueKind.String && Texts.Of(time) is { } text ? SearchDates.Span(text, zone) : null, keys);
                if (item.Element.At("repeat", "boundsPeriod") is { } bounds)
                    AddSpan(code, SearchDates.Span(bounds, zone), keys);
                break;
            default:
                AddSpan(code, item.Element.ValueKind == JsonValueKind.String && Texts.Of(item.Element) is { } date ? SearchDates.Span(date, zone) : null, keys);
                break;
        }
    }

    private static void AddSpan(string code, (DateTimeOffset From, DateTimeOffset To)? span, List<SearchKey> keys)
    {
        if (span is var (from, to))
            keys.Add(new DateKey(code, from, to));
    }
}
