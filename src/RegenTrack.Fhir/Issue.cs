namespace RegenTrack.Fhir;

/// <summary>How bad it is; the codes of http://hl7.org/fhir/issue-severity.</summary>
public enum Severity
{
    Fatal,
    Error,
    Warning,
    Information,
}

/// <summary>One thing that is wrong, where, and what to do about it. Never repeats the value that was sent.</summary>
/// <param name="Type">Code of http://hl7.org/fhir/issue-type, e.g. <c>structure</c>, <c>value</c>, <c>business-rule</c>.</param>
/// <param name="Code">Stable kebab-case code that clients may rely on.</param>
/// <param name="Expression">FHIRPath to the element, e.g. <c>Bundle.entry[2].resource.status</c>.</param>
public sealed record Issue(Severity Severity, string Type, string Code, string Korean, string English, string? Expression = null)
{
    /// <summary>Code system of <see cref="Code"/>.</summary>
    public const string CodeSystem = "https://regentrack.example/fhir/CodeSystem/issue";

    /// <summary>1-based line in the request body.</summary>
    public long? Line { get; init; }

    /// <summary>1-based column, counted in bytes of UTF-8.</summary>
    public long? Column { get; init; }

    /// <summary>Further codings of the same problem (system, code, display), e.g. the rule of law behind it.</summary>
    public IReadOnlyList<(string System, string Code, string? Display)> Codings { get; init; } = [];

    /// <summary>More for the developer, e.g. the citation in both languages.</summary>
    public string? Diagnostics { get; init; }

    public bool IsError => Severity is Severity.Fatal or Severity.Error;

    public static Issue Error(string type, string code, string korean, string english, string? expression = null) =>
        new(Severity.Error, type, code, korean, english, expression);
}
