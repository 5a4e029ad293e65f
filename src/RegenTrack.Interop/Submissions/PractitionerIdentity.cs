using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Submissions;

/// <summary>The parts of a Practitioner, as the vault keeps it, that documents print. Null where the resource says nothing.</summary>
public sealed record PractitionerIdentity(string? Name, string? Phone, string? Address)
{
    public static PractitionerIdentity From(JsonElement practitioner) => new(
        practitioner.Items("name").Select(NameOf).FirstOrDefault(name => name is not null),
        practitioner.Items("telecom").Where(telecom => telecom.Text("system") == "phone").Select(telecom => telecom.Text("value")).FirstOrDefault(),
        practitioner.Items("address").Select(AddressOf).FirstOrDefault(address => address is not null));

    private static string? NameOf(JsonElement name)
    {
        if (name.Text("text") is { Length: > 0 } text)
            return text;
        string?[] given = [.. Strings(name, "given")];
        var family = name.Text("family");
        // A Korean name is one word, family name first.
        var joined = family is [>= '가' and <= '힣', ..] ? family + string.Concat(given) : string.Join(' ', given.Append(family)).Trim();
        return joined is { Length: > 0 } ? joined : null;
    }

    private static string? AddressOf(JsonElement address)
    {
        if (address.Text("text") is { Length: > 0 } text)
            return text;
        var joined = string.Join(' ', Strings(address, "line").Prepend(address.Text("city")).Prepend(address.Text("state")).OfType<string>());
        return joined.Length > 0 ? joined : null;
    }

    private static IEnumerable<string?> Strings(JsonElement element, string property) =>
        element.Items(property).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString());
}
