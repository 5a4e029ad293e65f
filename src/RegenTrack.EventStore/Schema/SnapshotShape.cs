using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace RegenTrack.EventStore.Schema;

/// <summary>A fingerprint of a state's structure: property names and types, all the way down.</summary>
internal static class SnapshotShape
{
    public static string Of(Type state)
    {
        var text = new StringBuilder();
        Describe(state, text, []);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static void Describe(Type type, StringBuilder text, HashSet<Type> seen)
    {
        text.Append(type.Name).Append(';');
        foreach (var argument in type.GenericTypeArguments)
        {
            Describe(argument, text, seen);
        }

        if (type.IsPrimitive || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true || !seen.Add(type))
        {
            return;
        }

        if (type.IsEnum)
        {
            text.AppendJoin(',', Enum.GetNames(type));
            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            text.Append(property.Name).Append(':');
            Describe(property.PropertyType, text, seen);
        }
    }
}
