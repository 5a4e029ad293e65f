namespace RegenTrack.Interop.Server;

/// <summary>A supported search parameter.</summary>
/// <param name="Type">Code of http://hl7.org/fhir/search-param-type: token, reference, date, string, uri, number, quantity.</param>
public sealed record SearchParameter(string Name, string Type, string Documentation = "");

/// <summary>A search as it was asked.</summary>
/// <param name="Count">Wanted page size, 1 to 200.</param>
/// <param name="After">The cursor of the previous page's <c>next</c> link, or null.</param>
public sealed record FhirSearch(ILookup<string, string> Values, int Count, string? After)
{
    /// <summary>The one value of a parameter, or null.</summary>
    public string? One(string name) => Values[name].FirstOrDefault();

    /// <summary>The code part of a token value (<c>system|code</c> or <c>code</c>), or null.</summary>
    public string? Code(string name) => One(name) is { } token ? token[(token.LastIndexOf('|') + 1)..] : null;

    /// <summary>The system part of a token value, or null when it names none.</summary>
    public string? System(string name) => One(name) is { } token && token.LastIndexOf('|') is var bar and >= 0 ? token[..bar] : null;

    /// <summary>The id part of a reference value (<c>Type/id</c> or <c>id</c>), or null.</summary>
    public string? Id(string name) => One(name) is { } reference ? reference[(reference.LastIndexOf('/') + 1)..] : null;
}
