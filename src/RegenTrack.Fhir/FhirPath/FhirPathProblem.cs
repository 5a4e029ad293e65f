namespace RegenTrack.Fhir.FhirPath;

/// <summary>Something in an expression that can never select anything.</summary>
/// <param name="Position">0-based offset in the expression (UTF-16).</param>
public sealed record FhirPathProblem(string Message, int Position);
