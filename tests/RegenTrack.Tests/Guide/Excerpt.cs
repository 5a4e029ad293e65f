using System.Text.Json;

namespace RegenTrack.Tests.Guide;

/// <summary>Whether an answer shows what an excerpt of it says: members may be left out, array items too, and "…" stands for any value.</summary>
internal static class Excerpt
{
    public static bool IsShownBy(JsonElement excerpt, JsonElement answer) => excerpt.ValueKind switch
    {
        JsonValueKind.Object => answer.ValueKind == JsonValueKind.Object && excerpt.EnumerateObject().All(member =>
            answer.TryGetProperty(member.Name, out var value) && IsShownBy(member.Value, value)),
        JsonValueKind.Array => answer.ValueKind == JsonValueKind.Array && InOrder(excerpt, answer),
        JsonValueKind.String when excerpt.GetString() == "…" => answer.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined),
        _ => JsonElement.DeepEquals(excerpt, answer),
    };

    private static bool InOrder(JsonElement excerpt, JsonElement answer)
    {
        using var wanted = excerpt.EnumerateArray().GetEnumerator();
        if (!wanted.MoveNext())
            return true;
        foreach (var item in answer.EnumerateArray())
        {
            if (IsShownBy(wanted.Current, item) && !wanted.MoveNext())
                return true;
        }

        return false;
    }
}
