using System.Globalization;
using System.Text;

namespace RegenTrack.Fhir.FhirPath.Syntax;

/// <summary>Cuts an expression into tokens.</summary>
internal ref struct Lexer(string expression)
{
    private readonly ReadOnlySpan<char> text = expression;
    private int at;

    public static List<Token> Tokens(string expression)
    {
        var lexer = new Lexer(expression);
        var tokens = new List<Token>();
        do
        {
            lexer.SkipBlanks();
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != TokenKind.End);

        return tokens;
    }

    private readonly char Current => at < text.Length ? text[at] : '\0';

    private readonly char Ahead(int count) => at + count < text.Length ? text[at + count] : '\0';

    private void SkipBlanks()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (Current == '/' && Ahead(1) == '/')
            {
                at = text[at..].IndexOfAny('\r', '\n') is var end and >= 0 ? at + end : text.Length;
            }
            else if (Current == '/' && Ahead(1) == '*')
            {
                var end = text[(at + 2)..].IndexOf("*/");
                at = end >= 0 ? at + end + 4 : throw FhirPathException.Syntax("The comment does not end", at);
            }
            else
            {
                return;
            }
        }
    }

    private Token Next()
    {
        var start = at;
        return Current switch
        {
            '\0' when at >= text.Length => new Token(TokenKind.End, "", start),
            '\'' => new Token(TokenKind.Text, Quoted('\''), start),
            '`' => new Token(TokenKind.Quoted, Quoted('`'), start),
            '"' => new Token(TokenKind.Quoted, Quoted('"'), start),
            '@' => DateOrTime(),
            '$' or '%' when char.IsAsciiLetter(Ahead(1)) || Current == '%' => Special(),
            >= '0' and <= '9' => Number(),
            '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => new Token(TokenKind.Identifier, Word(), start),
            _ => Symbol(),
        };
    }

    private string Word()
    {
        var start = at;
        while (Current == '_' || char.IsAsciiLetterOrDigit(Current))
            at++;
        return text[start..at].ToString();
    }

    private Token Special()
    {
        at++;
        return new Token(TokenKind.Symbol, text[at - 1].ToString(), at - 1);
    }

    private Token Number()
    {
        var start = at;
        Digits();
        if (Current == '.' && char.IsAsciiDigit(Ahead(1)))
        {
            at++;
            Digits();
        }

        return new Token(TokenKind.Number, text[start..at].ToString(), start);
    }

    private void Digits()
    {
        while (char.IsAsciiDigit(Current))
            at++;
    }

    private Token DateOrTime()
    {
        var start = at++;
        var kind = Current == 'T' ? TokenKind.Time : TokenKind.Date;
        while (char.IsAsciiDigit(Current) || (Current == '-' && char.IsAsciiDigit(Ahead(1)) && kind == TokenKind.Date && !text[start..at].Contains('T')))
            at++;
        if (Current != 'T')
            return new Token(kind, text[(start + 1)..at].ToString(), start);
        at++;
        while (char.IsAsciiDigit(Current) || (Current is ':' or '.' && char.IsAsciiDigit(Ahead(1))))
            at++;
        if (kind == TokenKind.Date && Current == 'Z')
            at++;
        else if (kind == TokenKind.Date && Current is '+' or '-' && char.IsAsciiDigit(Ahead(1)) && char.IsAsciiDigit(Ahead(2)) && Ahead(3) == ':')
            at = Math.Min(at + 6, text.Length);
        return new Token(kind, text[(start + 1)..at].ToString(), start);
    }

    private Token Symbol()
    {
        var start = at;
        var length = text[at..] is [('<' or '>' or '!'), '=', ..] or ['!', '~', ..] ? 2 : 1;
        at += length;
        var symbol = text[start..at].ToString();
        return "()[]{},.+-*/&|<>=~".Contains(symbol, StringComparison.Ordinal) || length == 2
            ? new Token(TokenKind.Symbol, symbol, start)
            : throw FhirPathException.Syntax($"Unexpected character '{symbol}'", start);
    }

    private string Quoted(char quote)
    {
        var start = at++;
        var value = new StringBuilder();
        while (Current != quote)
        {
            if (at >= text.Length)
                throw FhirPathException.Syntax("The quote does not end", start);
            value.Append(Current == '\\' ? Escaped() : text[at++]);
        }

        at++;
        return value.ToString();
    }

    private char Escaped()
    {
        var escape = Ahead(1);
        at += 2;
        if (escape == 'u' && at + 4 <= text.Length && ushort.TryParse(text.Slice(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            at += 4;
            return (char)code;
        }

        return escape switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'f' => '\f',
            '\'' or '"' or '`' or '\\' or '/' => escape,
            _ => throw FhirPathException.Syntax("Unknown escape", at - 2),
        };
    }
}
