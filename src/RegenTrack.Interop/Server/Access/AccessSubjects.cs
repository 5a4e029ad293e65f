using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace RegenTrack.Interop.Server.Access;

/// <summary>The people that an answer touches, by their pseudonyms: Patients in it, and references to Patients.</summary>
internal static class AccessSubjects
{
    private const string Patient = "Patient/";
    private static readonly SearchValues<byte> IdBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);

    private static ReadOnlySpan<byte> Quoted => "\"Patient/"u8;

    /// <param name="asked">The Patient that was asked for, whether it is there or not.</param>
    public static IReadOnlyList<string> Of(FhirReply? reply, string? asked)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (asked is not null)
            found.Add(asked);
        foreach (var named in reply?.Subjects ?? [])
            found.Add(named);
        if (reply is { Status: < 300 })
        {
            Walk(reply.Body, found);
            if (reply.Stored is { Body: { } body } stored)
                In(stored.Type, stored.Id, body, found);
        }

        return [.. found];
    }

    /// <summary>The people that a stored resource names: itself when it is a Patient, else by its references.</summary>
    public static void In(string type, string id, ReadOnlySpan<byte> body, ISet<string> found)
    {
        if (type == "Patient")
            found.Add(id);
        for (var at = body.IndexOf(Quoted); at >= 0; at = body.IndexOf(Quoted))
        {
            body = body[(at + Quoted.Length)..];
            var length = body.IndexOfAnyExcept(IdBytes);
            if (length is > 0 and <= 64)
                found.Add(Encoding.ASCII.GetString(body[..length]));
        }
    }

    private static void Walk(JsonNode? node, SortedSet<string> found)
    {
        switch (node)
        {
            case JsonObject resource:
                if (Text(resource, "resourceType") == "Patient" && Text(resource, "id") is { } id)
                    AddId(id, found);
                Add(Text(resource, "reference"), found);
                Add(Text(resource, "location"), found);
                foreach (var (_, value) in resource)
                    Walk(value, found);
                break;
            case JsonArray items:
                foreach (var item in items)
                    Walk(item, found);
                break;
        }
    }

    private static void Add(string? reference, SortedSet<string> found)
    {
        if (reference?.LastIndexOf(Patient, StringComparison.Ordinal) is { } at and >= 0 && (at == 0 || reference[at - 1] == '/'))
            AddId(reference[(at + Patient.Length)..].Split('/')[0], found);
    }

    private static void AddId(string id, SortedSet<string> found)
    {
        if (id.Length is > 0 and <= 64 && id.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '.'))
            found.Add(id);
    }

    private static string? Text(JsonObject element, string name) =>
        element.TryGetPropertyValue(name, out var node) && node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
