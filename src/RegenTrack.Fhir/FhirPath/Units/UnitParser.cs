using System.Globalization;

namespace RegenTrack.Fhir.FhirPath.Units;

/// <summary>Reads UCUM codes: terms with <c>.</c> and <c>/</c>, exponents, parentheses, annotations in braces.</summary>
internal ref struct UnitParser
{
    private const int LargestExponent = 40;
    private const int DeepestNesting = 20;

    private readonly ReadOnlySpan<char> text;
    private readonly Func<string, Unit?> find;
    private int at;
    private int depth;

    private UnitParser(string text, Func<string, Unit?> find)
    {
        this.text = text;
        this.find = find;
    }

    /// <summary>The unit, or null for a code that is not understood.</summary>
    public static Unit? Parse(string text, Func<string, Unit?> find)
    {
        var parser = new UnitParser(text, find);
        var unit = parser.Term();
        return parser.at == text.Length ? unit : null;
    }

    private readonly bool More => at < text.Length;

    private Unit? Term()
    {
        if (++depth > DeepestNesting)
            return null;
        var unit = More && text[at] == '/' ? Unit.One : Component();
        while (unit is not null && More && text[at] is '.' or '/')
        {
            var divides = text[at++] == '/';
            var next = Component();
            unit = next is null || unit.IsShifted || next.IsShifted ? null : unit.Multiply(divides ? next.Power(-1) : next);
        }

        depth--;
        return unit;
    }

    private Unit? Component()
    {
        if (!More)
            return null;
        if (text[at] == '(')
        {
            at++;
            var inner = Term();
            return More && text[at++] == ')' ? inner : null;
        }

        if (text[at] == '{')
            return Annotation() ? Unit.One : null;
        var start = at;
        if (char.IsAsciiDigit(text[at]) && Symbol(start) is not ("10*" or "10^"))
        {
            while (More && char.IsAsciiDigit(text[at]))
                at++;
            return at - start <= 9 ? Unit.One.Scale(Ratio.Of(int.Parse(text[start..at], CultureInfo.InvariantCulture))) : null;
        }

        var symbol = Symbol(start);
        at = start + symbol.Length;
        var unit = symbol.Length == 0 ? null : find(symbol);
        var exponent = Exponent();
        if (More && text[at] == '{' && !Annotation())
            return null;
        return unit is null || exponent is null ? null : exponent == 1 ? unit : unit.IsShifted ? null : unit.Power(exponent.Value);
    }

    /// <summary>Up to an operator, an annotation or an exponent.</summary>
    private readonly string Symbol(int start)
    {
        if (text[start..].StartsWith("10*") || text[start..].StartsWith("10^"))
            return text.Slice(start, 3).ToString();
        var end = start;
        var bracket = false;
        while (end < text.Length && (bracket || (text[end] is not ('.' or '/' or '(' or ')' or '{' or '}' or '+' or '-') && !char.IsAsciiDigit(text[end]))))
        {
            bracket = text[end] switch { '[' => true, ']' => false, _ => bracket };
            end++;
        }

        return text[start..end].ToString();
    }

    /// <summary>1 when there is none, null when it is out of range.</summary>
    private int? Exponent()
    {
        var start = at;
        if (More && text[at] is '+' or '-')
            at++;
        while (More && char.IsAsciiDigit(text[at]))
            at++;
        if (at == start)
            return 1;
        return int.TryParse(text[start..at], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) && Math.Abs(exponent) <= LargestExponent ? exponent : null;
    }

    private bool Annotation()
    {
        var end = text[at..].IndexOf('}');
        at += end + 1;
        return end > 0;
    }
}
