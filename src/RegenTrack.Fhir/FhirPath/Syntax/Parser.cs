using System.Collections.Frozen;
using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Functions;
using RegenTrack.Fhir.FhirPath.Nodes;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath.Syntax;

/// <summary>Compiles the text of an expression.</summary>
internal sealed partial class Parser
{
    private const int LongestExpression = 100_000;
    private const int DeepestNesting = 250;

    /// <summary>How tightly an operator binds.</summary>
    private static readonly FrozenDictionary<string, int> Binding = new (string Symbols, int Strength)[]
    {
        ("implies", 1), ("or xor", 2), ("and", 3), ("in contains", 4), ("= ~ != !~", 5), ("< <= > >=", 6), ("|", 7), ("is as", 8), ("+ - &", 9), ("* / div mod", 10),
    }.SelectMany(line => line.Symbols.Split(' ').Select(symbol => (symbol, line.Strength))).ToFrozenDictionary(pair => pair.symbol, pair => pair.Strength, StringComparer.Ordinal);

    private readonly List<Token> tokens;
    private readonly Dialect dialect;
    private int at;
    private int depth;

    private Parser(List<Token> tokens, Dialect dialect) => (this.tokens, this.dialect) = (tokens, dialect);

    private Token Current => tokens[at];

    public static Node Parse(string expression, Dialect dialect)
    {
        if (expression.Length > LongestExpression)
            throw new FhirPathException("too-costly", $"An expression has at most {LongestExpression} characters.");
        var parser = new Parser(Lexer.Tokens(expression), dialect);
        var node = parser.Expression(0);
        return parser.Current.Kind == TokenKind.End ? node : throw parser.Unexpected();
    }

    private Node Expression(int weakest)
    {
        Deeper();
        var (node, before) = (Unary(), depth);
        while (Current.Kind is TokenKind.Symbol or TokenKind.Identifier && Binding.TryGetValue(Current.Text, out var strength) && strength > weakest)
        {
            // The tree leans to the left, and is walked from the top.
            Deeper();
            var symbol = Take();
            node = symbol.Text is "is" or "as"
                ? new TypeTest(node, symbol.Text == "is" ? TypeOperation.Is : TypeOperation.As, TypeName(), dialect) { Position = symbol.Position }
                : Operation.Of(symbol.Text, node, Expression(strength), symbol.Position);
        }

        depth = before - 1;
        return node;
    }

    private Node Unary()
    {
        if (!Current.Is("+") && !Current.Is("-"))
            return Invocations();
        var sign = Take();
        Deeper();
        var operand = Unary();
        depth--;
        return new Polarity(sign.Text == "-", operand) { Position = sign.Position };
    }

    private Node Invocations()
    {
        var (node, before) = (Term(), depth);
        while (true)
        {
            Deeper();
            if (Current.Is("."))
            {
                at++;
                node = Invocation(node);
            }
            else if (Current.Is("["))
            {
                var position = Take().Position;
                node = new Indexer(node, Expression(0)) { Position = position };
                Expect("]");
            }
            else
            {
                depth = before;
                return node;
            }
        }
    }

    private Node Invocation(Node? source)
    {
        if (Current.Is("$"))
            throw Unexpected();
        if (Current.Kind is not (TokenKind.Identifier or TokenKind.Quoted))
            throw Unexpected();
        var name = Take();
        return Current.Is("(") && name.Kind == TokenKind.Identifier ? Call(source, name)
            : name.Text.Length == 0 ? throw FhirPathException.Syntax("A name is empty", name.Position)
            : new Member(source, name.Text) { Position = name.Position };
    }

    private Node Call(Node? source, Token name)
    {
        Expect("(");
        if (name.Text is "is" or "as" or "ofType")
        {
            var operation = name.Text switch { "is" => TypeOperation.Is, "as" => TypeOperation.As, _ => TypeOperation.OfType };
            var test = new TypeTest(source, operation, TypeName(), dialect) { Position = name.Position };
            Expect(")");
            return test;
        }

        var function = Function.Find(name.Text) ?? throw new FhirPathException("unknown-function", $"There is no function '{name.Text}' (at {name.Position})", name.Position);
        var arguments = ImmutableArray.CreateBuilder<Node>();
        while (!Current.Is(")"))
        {
            if (arguments.Count > 0)
                Expect(",");
            arguments.Add(Expression(0));
        }

        at++;
        if (arguments.Count < function.FewestArguments || arguments.Count > function.MostArguments)
            throw FhirPathException.Syntax($"'{name.Text}' does not take {arguments.Count} arguments", name.Position);
        return new FunctionCall(source, function, arguments.ToImmutable()) { Position = name.Position };
    }

    private TypeSpecifier TypeName()
    {
        var name = Name();
        if (Current.Is(".") && name is "System" or "FHIR")
        {
            at++;
            name += '.' + Name();
        }

        return TypeSpecifier.Parse(name, dialect);
    }

    private string Name() => Current.Kind is TokenKind.Identifier or TokenKind.Quoted ? Take().Text : throw Unexpected();

    private Token Take() => tokens[at++];

    private void Expect(string symbol)
    {
        if (!Current.Is(symbol))
            throw Unexpected();
        at++;
    }

    private void Deeper()
    {
        if (++depth > DeepestNesting)
            throw new FhirPathException("too-costly", $"The expression is nested deeper than {DeepestNesting} levels.", Current.Position);
    }

    private FhirPathException Unexpected() =>
        FhirPathException.Syntax(Current.Kind == TokenKind.End ? "The expression ends too early" : $"Unexpected '{Current.Text}'", Current.Position);
}
