using System.Net;
using System.Text.RegularExpressions;

namespace RegenTrack.Tests.Browser;

/// <summary>A form that a page shows and that is sent by POST.</summary>
/// <param name="Action">Path with query.</param>
/// <param name="Fields">In order, each with a value that a person might send; files are left out.</param>
public sealed partial record PageForm(string Action, IReadOnlyList<(string Name, string Value)> Fields)
{
    private const string CommandId = "commandId";

    /// <summary>Same for the same form of two records.</summary>
    public string Kind => $"{Handler().Match(Action).Value} {string.Join(',', Fields.Select(one => one.Name))}";

    public static IEnumerable<PageForm> On(string path, string html)
    {
        foreach (Match form in Forms().Matches(html))
        {
            var head = form.Value[..form.Value.IndexOf('>', StringComparison.Ordinal)];
            if (Attribute(head, "method") is not "post")
                continue;
            // Its own address also when each of its buttons has another: somebody may send it there.
            foreach (var action in Buttons().Matches(form.Value).Select(button => WebUtility.HtmlDecode(button.Groups[1].Value)).Prepend(Attribute(head, "action") is { Length: > 0 } own ? own : path))
                yield return new PageForm(action.StartsWith('?') ? path + action : action, [.. Read(form.Value)]);
        }
    }

    /// <summary>The fields as a new intention, one of them with another value.</summary>
    public (string Name, string Value)[] With(string name, string value) =>
        [.. Fields.Select(field => field.Name == name ? (name, value) : field.Name == CommandId ? (CommandId, Guid.NewGuid().ToString()) : field)];

    private static IEnumerable<(string Name, string Value)> Read(string form)
    {
        foreach (Match control in Controls().Matches(form))
        {
            var head = control.Value.StartsWith("<select", StringComparison.Ordinal) ? control.Value[..control.Value.IndexOf('>', StringComparison.Ordinal)] : control.Value;
            if (Attribute(head, "name") is { } name && Attribute(head, "type") is not "file")
                yield return (name, head == control.Value ? Typed(head) : Options().Matches(control.Value).Select(option => WebUtility.HtmlDecode(option.Groups[1].Value)).FirstOrDefault(value => value.Length > 0) ?? "");
        }
    }

    private static string Typed(string head) => Attribute(head, "value") is { Length: > 0 } value ? value : Attribute(head, "type") switch
    {
        "date" => "2026-11-02",
        "datetime-local" => "2026-11-02T10:00",
        "number" => "1",
        _ => "X-1",
    };

    private static string? Attribute(string head, string name) =>
        Regex.Match(head, $"\\s{name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>|<textarea[^>]*>|<select.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Controls();

    [GeneratedRegex("<button[^>]*?formaction=\"([^\"]*)\"")]
    private static partial Regex Buttons();

    [GeneratedRegex("<option[^>]*?value=\"([^\"]*)\"")]
    private static partial Regex Options();

    [GeneratedRegex("handler=[A-Za-z]+")]
    private static partial Regex Handler();
}
