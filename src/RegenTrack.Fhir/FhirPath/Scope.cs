namespace RegenTrack.Fhir.FhirPath;

/// <summary>What an expression sees while it is evaluated: <c>$this</c>, <c>$index</c>, <c>$total</c>.</summary>
internal sealed class Scope(Evaluation evaluation)
{
    public Evaluation Evaluation { get; } = evaluation;

    public Items This { get; set; }

    public PathItem? Index { get; set; }

    public Items Total { get; set; }

    /// <summary>A scope within this one, for the items that a function visits.</summary>
    public Scope Nested(Items focus) => new(Evaluation) { This = focus, Index = Index, Total = Total };
}
