using System.Text;
using System.Text.RegularExpressions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Records;

/// <summary>Where the entries of a transaction point when they point at each other: the addresses that their records have now.</summary>
internal sealed partial class RecordLinks
{
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);

    public RecordLinks(IEnumerable<RecordTarget> targets)
    {
        foreach (var target in targets.Where(target => target.Entry.FullUrl is not null))
            addresses.TryAdd(target.Entry.FullUrl!, target.Address);
    }

    /// <summary>A resource with those addresses: for <c>urn:</c> wherever one stands, for other addresses in References.</summary>
    public string In(string resource)
    {
        var resolved = Urn().Replace(resource, found => addresses.TryGetValue(found.Groups[1].Value, out var address) ? $"\"{address}\"" : found.Value);
        return Readdressing.Readdressed(Encoding.UTF8.GetBytes(resolved), addresses.GetValueOrDefault) is { } changed ? Encoding.UTF8.GetString(changed) : resolved;
    }

    [GeneratedRegex("\"(urn:(?:uuid|oid):[0-9A-Za-z.:-]{1,64})\"", RegexOptions.NonBacktracking)]
    private static partial Regex Urn();
}
