using System.Collections.Immutable;
using System.Text.Json;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Search;

/// <summary>How a parameter's values compare.</summary>
public enum SearchType
{
    Token,
    String,
    Date,
    Reference,
    Quantity,
    Number,
    Uri,
    Composite,
}

/// <summary>A way to search a resource type, from a SearchParameter resource.</summary>
public sealed class SearchParameter
{
    private SearchParameter(JsonElement resource, SearchType type, string expression)
    {
        Url = resource.Text("url") ?? "";
        Code = resource.Text("code") ?? "";
        Type = type;
        Bases = [.. resource.Items("base").Select(one => one.GetString()!)];
        Targets = [.. resource.Items("target").Select(one => one.GetString()!)];
        Description = resource.Text("description") ?? "";
        Components = [.. resource.Items("component").Select(one => (one.Text("definition") ?? "", Compiled(one.Text("expression") ?? "$this")))];
        Expression = Compiled(expression);
    }

    public string Url { get; }

    /// <summary>What stands in the address of a search, e.g. <c>birthdate</c>.</summary>
    public string Code { get; }

    public SearchType Type { get; }

    /// <summary>Resource types that it is for; <c>Resource</c> and <c>DomainResource</c> mean all of them.</summary>
    public ImmutableArray<string> Bases { get; }

    /// <summary>Of a reference, what it may point at.</summary>
    public ImmutableArray<string> Targets { get; }

    public string Description { get; }

    public FhirPathExpression Expression { get; }

    internal ImmutableArray<(string Definition, FhirPathExpression Expression)> Components { get; }

    /// <summary>The parameter, or null for one that no index serves: of type special, or without an expression.</summary>
    /// <exception cref="FhirPathException">Its expression is not FHIRPath.</exception>
    public static SearchParameter? Read(JsonElement resource) =>
        resource.Text("expression") is { } expression && Enum.TryParse<SearchType>(resource.Text("type"), ignoreCase: true, out var type) ? new SearchParameter(resource, type, expression) : null;

    private static FhirPathExpression Compiled(string expression) => FhirPathExpression.Compile(expression, Dialect.R4Definitions);
}
