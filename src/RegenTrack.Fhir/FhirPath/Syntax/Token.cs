namespace RegenTrack.Fhir.FhirPath.Syntax;

internal enum TokenKind
{
    End,
    Identifier,

    /// <summary>In backticks: never a keyword.</summary>
    Quoted,
    Text,
    Number,
    Date,
    Time,
    Symbol,
}

/// <param name="Text">Without quotes and escapes.</param>
/// <param name="Position">0-based offset in the expression.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    public bool Is(string symbol) => Kind is TokenKind.Symbol or TokenKind.Identifier && Text == symbol;
}
