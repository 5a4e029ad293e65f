using System.Text;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Architecture;

namespace RegenTrack.Tests.Docs;

/// <summary>docs/processes.md: every command, who may send it, and the events that its decider can create.</summary>
internal static class ProcessesPage
{
    private const string Decide = "::Decide";

    public static string Write(AppModel model)
    {
        var compiled = CompiledAssembly.Of(typeof(Refusal).Assembly).Types;
        var page = new StringBuilder("# Processes\n\nGenerated from the program; a test keeps it current. One command is one intention, one envelope, one transaction.\n");
        foreach (var stream in model.Commands.GroupBy(command => command.Stream).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var events = model.Streams.Single(candidate => candidate.Alias == stream.Key).Events.Values.Select(type => type.FullName!).ToHashSet();
            page.Append("\n## ").Append(stream.Key).Append("\n\n| command | permission | roles | events it may record |\n|---|---|---|---|\n");
            foreach (var command in stream.OrderBy(command => command.Command.Name, StringComparer.Ordinal))
            {
                var roles = Enum.GetValues<Role>().Where(role => role != Role.System && role.Holds(command.Permission));
                page.Append("| ").Append(command.Command.Name).Append(" | ").Append(command.Permission).Append(" | ").AppendJoin(", ", roles).Append(" | ")
                    .AppendJoin(", ", Created(compiled, command.Command.FullName!, events)).Append(" |\n");
            }
        }

        return page.ToString();
    }

    // A command of several parts decides each as the command of one does.
    private static IEnumerable<string> Created(IReadOnlyList<CompiledType> compiled, string command, HashSet<string> events)
    {
        var own = MethodsOf(compiled, command).ToList();
        var asked = own.SelectMany(method => method.Members).Where(member => member.EndsWith(Decide, StringComparison.Ordinal)).Select(member => member[..^Decide.Length]).Where(type => type != command).Distinct();
        return own.Concat(asked.SelectMany(type => MethodsOf(compiled, type))).SelectMany(method => method.Creates).Where(events.Contains)
            .Select(name => name[(name.LastIndexOf('.') + 1)..]).Distinct().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<MethodBody> MethodsOf(IReadOnlyList<CompiledType> compiled, string type) => compiled
        .Where(one => one.Name == type || one.Name.StartsWith(type + "+", StringComparison.Ordinal)).SelectMany(one => one.Methods);
}
