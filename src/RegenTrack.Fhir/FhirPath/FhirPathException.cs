namespace RegenTrack.Fhir.FhirPath;

/// <summary>Why an expression cannot be read or evaluated. The only exception that this engine throws for bad expressions and bad data.</summary>
/// <param name="code">Stable kebab-case code: <c>syntax</c>, <c>unknown-function</c>, <c>unknown-type</c>, <c>wrong-type</c>, <c>not-single</c>, <c>too-costly</c> ...</param>
/// <param name="position">0-based offset in the expression (UTF-16), or -1 when the fault has no place in it.</param>
public sealed class FhirPathException(string code, string message, int position = -1) : Exception(message)
{
    public string Code { get; } = code;

    public int Position { get; } = position;

    internal static FhirPathException Syntax(string message, int position) => new("syntax", $"{message} (at {position})", position);

    internal static FhirPathException WrongType(string what) => new("wrong-type", what);

    internal static FhirPathException NotSingle(string what) => new("not-single", $"{what} needs a single item.");
}
