using System.Globalization;

namespace RegenTrack.Fhir.Search;

/// <summary>One value by which a resource is found.</summary>
/// <param name="Parameter">The code of the search parameter, e.g. <c>identifier</c>.</param>
public abstract record SearchKey(string Parameter);

/// <summary>A code, identifier or flag.</summary>
/// <param name="System">Null when none is stated; a plain code has none.</param>
/// <param name="Code">Null for a concept of text only.</param>
/// <param name="Text">Display or text, normalised, for <c>:text</c>.</param>
public sealed record TokenKey(string Parameter, string? System, string? Code, string? Text = null) : SearchKey(Parameter)
{
    /// <summary>Of an identifier the codings of its type (system, code), for <c>:of-type</c>.</summary>
    public IReadOnlyList<(string? System, string Code)> Types { get; init; } = [];

    public bool Equals(TokenKey? other) => other is not null && (Parameter, System, Code, Text) == (other.Parameter, other.System, other.Code, other.Text) && Types.SequenceEqual(other.Types);

    public override int GetHashCode() => HashCode.Combine(Parameter, System, Code, Text);
}

/// <summary>A text.</summary>
/// <param name="Text">As written, for <c>:exact</c>.</param>
/// <param name="Normal">By <see cref="SearchText.Normalise"/>, for prefixes and <c>:contains</c>.</param>
public sealed record StringKey(string Parameter, string Text, string Normal) : SearchKey(Parameter);

/// <summary>A span of time, <paramref name="From"/> included, <paramref name="To"/> not. An open end is the least or greatest value.</summary>
public sealed record DateKey(string Parameter, DateTimeOffset From, DateTimeOffset To) : SearchKey(Parameter);

/// <summary>A reference to a resource.</summary>
/// <param name="Url">As written without the version: absolute, <c>urn:</c> or relative; null for one by identifier only.</param>
/// <param name="Type">Resource type, when it is stated or in the address.</param>
/// <param name="Id">Logical id, when the address has one; of a contained resource its id.</param>
/// <param name="IsContained">Whether it points into the same resource.</param>
/// <param name="Version">Of a versioned reference, or the business version of a canonical.</param>
public sealed record ReferenceKey(string Parameter, string? Url, string? Type, string? Id, bool IsContained = false, string? Version = null, TokenKey? Identifier = null) : SearchKey(Parameter)
{
    /// <summary>Whether it leads to another server or is no address of a server at all.</summary>
    public bool IsAbsolute => Url?.Contains(':', StringComparison.Ordinal) == true;
}

/// <summary>A number as the span that its digits leave open: 5.4 is 5.35 to 5.45.</summary>
public sealed record NumberKey(string Parameter, decimal Low, decimal High) : SearchKey(Parameter);

/// <summary>A quantity as the span that its digits, or its range, leave open.</summary>
/// <param name="Low">Least decimal when open.</param>
/// <param name="High">Greatest decimal when open.</param>
/// <param name="Unit">The unit as people read it.</param>
public sealed record QuantityKey(string Parameter, decimal Low, decimal High, string? System, string? Code, string? Unit) : SearchKey(Parameter)
{
    /// <summary>The same in base units of UCUM, so that quantities in different units compare; null without a UCUM code that is understood.</summary>
    public QuantityKey? Canonical => CanonicalQuantity.Of(this);

    // What a record prints by itself would take the canonical of the canonical without end.
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{nameof(QuantityKey)} {{ {Parameter} = {Low} to {High} {System}|{Code} }}");
}

/// <summary>An address, compared as it is written.</summary>
public sealed record UriKey(string Parameter, string Uri) : SearchKey(Parameter);

/// <summary>Values that belong together, in the order of the parameter's components.</summary>
public sealed record CompositeKey(string Parameter, IReadOnlyList<SearchKey> Parts) : SearchKey(Parameter)
{
    public bool Equals(CompositeKey? other) => other is not null && Parameter == other.Parameter && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Aggregate(Parameter.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
}
