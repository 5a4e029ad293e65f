using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>Functions of strings. An empty input or argument gives an empty result.</summary>
internal static class Strings
{
    public static readonly ImmutableArray<Function> Functions =
    [
        Plain("upper", text => new StringItem(text.ToUpperInvariant())),
        Plain("lower", text => new StringItem(text.ToLowerInvariant())),
        Plain("trim", text => new StringItem(text.Trim())),
        Plain("length", text => new IntegerItem(text.Length)),
        Plain("toChars", text => Items.Of([.. text.Select(c => new StringItem(c.ToString()))])),
        With("startsWith", (text, other) => BooleanItem.Of(text.StartsWith(other, StringComparison.Ordinal))),
        With("endsWith", (text, other) => BooleanItem.Of(text.EndsWith(other, StringComparison.Ordinal))),
        With("contains", (text, other) => BooleanItem.Of(text.Contains(other, StringComparison.Ordinal))),
        With("indexOf", (text, other) => new IntegerItem(text.IndexOf(other, StringComparison.Ordinal))),
        With("lastIndexOf", (text, other) => new IntegerItem(text.LastIndexOf(other, StringComparison.Ordinal))),
        With("split", (text, other) => Items.Of([.. text.Split(other, StringSplitOptions.None).Select(part => new StringItem(part))])),
        new("substring", 1, 2, Substring),
        new("replace", 2, 2, Replace),
        new("join", 0, 1, Join),
    ];

    /// <summary>A function of the input string and one string argument.</summary>
    public static Function With(string name, Func<string, string, Items> body) => new(name, 1, 1, (scope, input, arguments) =>
        arguments[0].Evaluate(scope).Text(name) is { } argument && Spent(scope, input.Text(name)) is { } text ? body(text, argument) : Items.Empty);

    private static Function Plain(string name, Func<string, Items> body) => new(name, 0, 0, (scope, input, _) =>
        Spent(scope, input.Text(name)) is { } text ? body(text) : Items.Empty);

    private static string? Spent(Scope scope, string? text)
    {
        scope.Evaluation.Spend(1 + ((text?.Length ?? 0) / 64));
        return text;
    }

    private static Items Substring(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (input.Text("substring") is not { } text || Subsetting.Integer(scope, arguments[0]) is not { } start || start < 0 || start >= text.Length)
            return Items.Empty;
        var length = arguments.Length == 2 ? Subsetting.Integer(scope, arguments[1]) : null;
        return new StringItem(length switch { null => text[start..], <= 0 => "", var count => text.Substring(start, Math.Min(count.Value, text.Length - start)) });
    }

    private static Items Replace(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (input.Text("replace") is not { } text || arguments[0].Evaluate(scope).Text("replace") is not { } pattern || arguments[1].Evaluate(scope).Text("replace") is not { } with)
            return Items.Empty;
        scope.Evaluation.Spend(1 + (text.Length * (with.Length + 1) / 64));
        return new StringItem(pattern.Length == 0 ? with + string.Concat(text.Select(c => c + with)) : text.Replace(pattern, with, StringComparison.Ordinal));
    }

    private static Items Join(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        var separator = arguments.IsEmpty ? "" : arguments[0].Evaluate(scope).Text("join") ?? "";
        var joined = string.Join(separator, input.Select(item => item.Text("join")).OfType<string>());
        return input.IsEmpty ? Items.Empty : Spent(scope, joined) is { } text ? new StringItem(text) : Items.Empty;
    }
}
