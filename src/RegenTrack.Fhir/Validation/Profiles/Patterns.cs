using System.Text.Json;

namespace RegenTrack.Fhir.Validation.Profiles;

/// <summary>Compares values with what a profile fixes.</summary>
internal static class Patterns
{
    /// <summary>Whether a value is exactly the fixed one; the order of properties does not matter.</summary>
    public static bool IsFixed(JsonElement value, JsonElement wanted) => JsonElement.DeepEquals(value, wanted);

    /// <summary>Whether a value has everything that a pattern has; it may have more.</summary>
    public static bool Includes(JsonElement value, JsonElement pattern)
    {
        if (pattern.ValueKind == JsonValueKind.Object)
        {
            if (value.ValueKind != JsonValueKind.Object)
                return false;
            foreach (var member in pattern.EnumerateObject())
            {
                if (!value.TryGetProperty(member.Name, out var held) || !Includes(held, member.Value))
                    return false;
            }

            return true;
        }

        return pattern.ValueKind == JsonValueKind.Array ? value.ValueKind == JsonValueKind.Array && HasAll(value, pattern) : JsonElement.DeepEquals(value, pattern);
    }

    private static bool HasAll(JsonElement values, JsonElement patterns)
    {
        foreach (var pattern in patterns.EnumerateArray())
        {
            var found = false;
            foreach (var value in values.EnumerateArray())
                found = found || Includes(value, pattern);
            if (!found)
                return false;
        }

        return true;
    }
}
