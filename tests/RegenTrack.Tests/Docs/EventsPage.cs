using System.Text;
using RegenTrack.App.Pipeline;

namespace RegenTrack.Tests.Docs;

/// <summary>docs/events.md: every stream, its events by storage name, their fields.</summary>
internal static class EventsPage
{
    public static string Write(AppModel model)
    {
        var page = new StringBuilder("# Events\n\nGenerated from the program; a test keeps it current. A storage name is never changed or used again.\n");
        foreach (var stream in model.Streams.OrderBy(stream => stream.Alias, StringComparer.Ordinal))
        {
            page.Append("\n## ").Append(stream.Alias).Append("\n\n| storage name | event | fields |\n|---|---|---|\n");
            foreach (var (alias, type) in stream.Events.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                var fields = type.GetProperties().Where(property => property.Name != "EqualityContract").Select(property => $"{property.Name}: {Name(property.PropertyType)}");
                page.Append("| `").Append(alias).Append("` | ").Append(type.Name).Append(" | ").AppendJoin(", ", fields).Append(" |\n");
            }
        }

        return page.ToString();
    }

    private static string Name(Type type) => Nullable.GetUnderlyingType(type) is { } inner
        ? Name(inner) + "?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}‹{string.Join(", ", type.GenericTypeArguments.Select(Name))}›" : type.Name;
}
