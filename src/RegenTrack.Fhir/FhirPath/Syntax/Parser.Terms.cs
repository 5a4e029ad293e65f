using System.Globalization;
using RegenTrack.Fhir.FhirPath.Nodes;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Syntax;

internal sealed partial class Parser
{
    private Node Term()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Text:
                at++;
                return Constant(new StringItem(token.Text), token);
            case TokenKind.Number:
                at++;
                return Constant(NumberOrQuantity(token), token);
            case TokenKind.Date or TokenKind.Time:
                at++;
                return Constant(DateOrTime(token), token);
            case TokenKind.Identifier when token.Text is "true" or "false" && !tokens[at + 1].Is("("):
                at++;
                return Constant(BooleanItem.Of(token.Text == "true"), token);
            case TokenKind.Identifier or TokenKind.Quoted:
                return Invocation(null);
            case TokenKind.Symbol:
                return Special(Take());
            default:
                throw Unexpected();
        }
    }

    private Node Special(Token symbol)
    {
        switch (symbol.Text)
        {
            case "(":
                var inner = Expression(0);
                Expect(")");
                return inner;
            case "{":
                Expect("}");
                return new Literal(null) { Position = symbol.Position };
            case "%":
                return new Variable(Current.Kind is TokenKind.Text ? Take().Text : Name()) { Position = symbol.Position };
            case "$" when Current.Text is "this" or "index" or "total":
                return new Focus(Take().Text) { Position = symbol.Position };
            default:
                at--;
                throw Unexpected();
        }
    }

    private static Literal Constant(PathItem item, Token token) => new(item) { Position = token.Position };

    private SystemItem NumberOrQuantity(Token token)
    {
        var number = Number(token);
        if (Current.Kind == TokenKind.Text)
            return new QuantityItem(number.Number, Take().Text is var unit && unit.Length > 0 ? unit : "1", false);
        return Current.Kind == TokenKind.Identifier && CalendarUnits.IsWord(Current.Text) ? new QuantityItem(number.Number, Take().Text, true) : number;
    }

    private static NumberItem Number(Token token)
    {
        if (!token.Text.Contains('.', StringComparison.Ordinal) && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var integer))
            return new IntegerItem(integer);
        return SystemValues.Decimal(token.Text) ?? throw FhirPathException.Syntax("The number is too large", token.Position);
    }

    private static MomentItem DateOrTime(Token token)
    {
        var type = token.Kind == TokenKind.Time ? SystemType.Time : token.Text.Contains('T', StringComparison.Ordinal) ? SystemType.DateTime : SystemType.Date;
        return Moment.TryParse(type == SystemType.Time ? token.Text.AsSpan(1) : token.Text, type, out var moment)
            ? new MomentItem(moment)
            : throw FhirPathException.Syntax("There is no such date or time", token.Position);
    }
}
