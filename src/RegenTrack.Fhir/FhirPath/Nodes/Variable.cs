using RegenTrack.Fhir.FhirPath.Units;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Nodes;

/// <summary><c>%name</c>.</summary>
internal sealed class Variable(string name) : Node
{
    private readonly StringItem? constant = Constant(name);

    public string Name => name;

    public StringItem? Known => constant;

    public override Items Evaluate(Scope scope) => constant ?? name switch
    {
        "context" => scope.Evaluation.Focus,
        "resource" => scope.Evaluation.Resource,
        "rootResource" => scope.Evaluation.RootResource,
        _ when scope.Evaluation.Context.Variables.TryGetValue(name, out var items) => Items.Of([.. items]),
        _ => throw new FhirPathException("unknown-variable", $"There is no variable %{name}.", Position),
    };

    private static StringItem? Constant(string name) => name switch
    {
        "ucum" => new StringItem(Quantities.System),
        "sct" => new StringItem("http://snomed.info/sct"),
        "loinc" => new StringItem("http://loinc.org"),
        _ when name.StartsWith("vs-", StringComparison.Ordinal) => new StringItem("http://hl7.org/fhir/ValueSet/" + name[3..]),
        _ when name.StartsWith("ext-", StringComparison.Ordinal) => new StringItem("http://hl7.org/fhir/StructureDefinition/" + name[4..]),
        _ => null,
    };
}
