using System.Text;
using System.Text.Json;
using RegenTrack.App.Vault;

namespace RegenTrack.App.Resources;

/// <summary>
/// Bodies that tell who somebody is: the row says where in the vault all of it lies, and beside that what tells nothing of the person. Whoever reads bodies passes here; after an
/// erasure the latter is all that there is (ADR 57).
/// </summary>
public sealed class VaultedBodies(IdentityVault vault)
{
    // No resource has such a member.
    private static ReadOnlySpan<byte> Mark => "{\"$person\":\""u8;

    /// <summary>The body of a row, UTF-8 JSON.</summary>
    /// <param name="reference">Into the vault, where the resource lies as a text.</param>
    /// <param name="rest">The resource without the person: a JSON object that is not empty.</param>
    public static byte[] Body(string reference, string rest) => [.. Mark, .. Encoding.UTF8.GetBytes($"{reference}\",{rest.AsSpan(1)}")];

    /// <summary>A version as hospitals see it.</summary>
    internal async Task<IReadOnlyList<StoredResource>> Whole(IReadOnlyList<StoredResource> versions, CancellationToken cancellation)
    {
        List<string> references = [.. versions.Select(version => Reference(version.Body)).OfType<string>()];
        if (references.Count == 0)
            return versions;
        var people = await vault.Get(references, cancellation);
        return [.. versions.Select(version => Reference(version.Body) is { } reference ? version with { Body = Whole(version.Body, reference, people) } : version)];
    }

    /// <summary>A page as hospitals see it.</summary>
    internal async Task<FoundResources> Whole(FoundResources page, CancellationToken cancellation)
    {
        List<(int Place, string Reference)> vaulted = [];
        for (var place = 0; place < page.Count; place++)
        {
            if (Reference(page.Body(page[place])) is { } reference)
                vaulted.Add((place, reference));
        }

        if (vaulted.Count == 0)
            return page;
        try
        {
            var people = await vault.Get([.. vaulted.Select(one => one.Reference)], cancellation);
            foreach (var (place, reference) in vaulted)
                page.Replace(place, Whole(page.Body(page[place]), reference, people));
            return page;
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    private static string? Reference(ReadOnlySpan<byte> body) =>
        body.StartsWith(Mark) && body[Mark.Length..] is var rest && rest.IndexOf((byte)'"') is var end and > 0 ? Encoding.UTF8.GetString(rest[..end]) : null;

    private static byte[] Whole(ReadOnlySpan<byte> body, string reference, IReadOnlyDictionary<string, JsonElement> people) => people.TryGetValue(reference, out var person)
        ? Encoding.UTF8.GetBytes(person.GetString()!)
        : [(byte)'{', .. body[(Mark.Length + Encoding.UTF8.GetByteCount(reference) + 2)..]];
}
