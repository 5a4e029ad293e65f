using System.Collections.Concurrent;
using RegenTrack.Fhir.FhirPath.Semantics;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath;

/// <summary>How an expression is meant.</summary>
public enum Dialect
{
    /// <summary>FHIRPath 2.0 to the letter.</summary>
    Normative,

    /// <summary>As R4's own invariants and search parameters are written: <c>as</c> filters collections, and <c>is Boolean</c> also means FHIR's boolean.</summary>
    R4Definitions,
}

/// <summary>A compiled FHIRPath expression. Immutable; evaluate it from any thread.</summary>
public sealed class FhirPathExpression
{
    private const int LargestCache = 10_000;

    private static readonly ConcurrentDictionary<(string, Dialect), FhirPathExpression> Cache = new();

    private readonly Node root;

    private FhirPathExpression(string text, Dialect dialect)
    {
        Text = text;
        root = Syntax.Parser.Parse(text, dialect);
    }

    public string Text { get; }

    internal Node Root => root;

    /// <summary>Compiles an expression, or finds it already compiled.</summary>
    /// <exception cref="FhirPathException">It is not FHIRPath; the position says where.</exception>
    public static FhirPathExpression Compile(string text, Dialect dialect = Dialect.Normative)
    {
        if (Cache.TryGetValue((text, dialect), out var known))
            return known;
        var compiled = new FhirPathExpression(text, dialect);
        // Expressions sent by clients must not fill the memory.
        if (Cache.Count < LargestCache)
            Cache.TryAdd((text, dialect), compiled);
        return compiled;
    }

    /// <summary>Compiles an expression that hardly anybody will use again, so that it takes no room from those that many use.</summary>
    /// <exception cref="FhirPathException">As <see cref="Compile"/>.</exception>
    internal static FhirPathExpression Once(string text) => new(text, Dialect.Normative);

    /// <summary>The items that the expression selects or computes.</summary>
    /// <exception cref="FhirPathException">The expression does not fit the data, or costs too much.</exception>
    public IReadOnlyList<PathItem> Evaluate(PathItem focus, FhirPathContext? context = null) => Run(focus, context);

    /// <summary>The result as a boolean: null when it is empty, true for a single item that is no boolean.</summary>
    /// <exception cref="FhirPathException">As <see cref="Evaluate"/>, or there are several items.</exception>
    public bool? Test(PathItem focus, FhirPathContext? context = null) => Run(focus, context).Truth("The result");

    /// <summary>What is wrong with the expression for a type, without any data: elements that R4 does not have, positions in what has no order.</summary>
    /// <param name="type">Type name, or the path of a nested element (<c>Patient.contact</c>).</param>
    /// <exception cref="FhirPathException">R4 has no such type.</exception>
    public IReadOnlyList<FhirPathProblem> Check(string type)
    {
        var shape = Shape.Of(FhirType.Find(type) ?? throw new FhirPathException("unknown-type", $"R4 has no type '{type}'."));
        var problems = new List<FhirPathProblem>();
        new Inference(shape, problems).Of(root, shape);
        return problems;
    }

    public override string ToString() => Text;

    internal Items Run(PathItem focus, FhirPathContext? context) =>
        root.Evaluate(new Scope(new Evaluation(context ?? FhirPathContext.Default, focus)) { This = focus });
}
