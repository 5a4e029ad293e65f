namespace RegenTrack.Fhir.FhirPath;

/// <summary>A compiled part of an expression.</summary>
internal abstract class Node
{
    /// <summary>Offset in the text of the expression.</summary>
    public int Position { get; init; }

    public abstract Items Evaluate(Scope scope);
}
