using System.Collections.Frozen;
using System.Text.Json;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Definitions;

/// <summary>An invariant: a FHIRPath expression that must be true of an element.</summary>
internal sealed class Constraint
{
    // Said of almost every element, or costly as an expression: checked by code, and compared with the expressions in the tests.
    private static readonly FrozenSet<string> Coded = new[] { "ele-1", "ext-1", "dom-2", "dom-3", "dom-4", "dom-5", "ref-1", "txt-1", "txt-2", "bdl-7" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Lazy<FhirPathExpression?> compiled;

    private Constraint(JsonElement line)
    {
        Key = line.Text("key") ?? "";
        Severity = line.Text("severity") == "warning" ? Severity.Warning : Severity.Error;
        Human = line.Text("human") ?? "";
        Expression = line.Text("expression");
        IsBestPractice = line.ExtensionAt("http://hl7.org/fhir/StructureDefinition/elementdefinition-bestpractice") is not null;
        compiled = new(Compile);
    }

    public string Key { get; }

    public Severity Severity { get; }

    /// <summary>What it demands, in the words of its author.</summary>
    public string Human { get; }

    public string? Expression { get; }

    /// <summary>Whether it is advice only.</summary>
    public bool IsBestPractice { get; }

    /// <summary>Whether the validator knows this one without evaluating its expression.</summary>
    public bool IsCoded => Coded.Contains(Key);

    /// <summary>The expression, compiled when it is first asked for; null when there is none or it is no FHIRPath.</summary>
    public FhirPathExpression? Compiled => compiled.Value;

    public static Constraint Read(JsonElement line) => new(line);

    private FhirPathExpression? Compile()
    {
        try
        {
            return Expression is null ? null : FhirPathExpression.Compile(Expression, Dialect.R4Definitions);
        }
        catch (FhirPathException)
        {
            return null;
        }
    }
}
