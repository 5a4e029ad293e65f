using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Web.Demo.Hospital;

/// <summary>Transaction Bundles as a hospital's system puts them together.</summary>
public static class Sent
{
    public static JsonObject Transaction(params IEnumerable<JsonObject> entries) =>
        new() { ["resourceType"] = "Bundle", ["type"] = "transaction", ["entry"] = Many(entries) };

    /// <summary>A resource to be created, which the Bundle's others point at by <see cref="Urn"/> of its name.</summary>
    public static JsonObject New(string name, JsonObject resource) => Entry(name, "POST", (string)resource["resourceType"]!, resource);

    public static JsonObject Entry(string name, string method, string url, JsonObject resource) =>
        new() { ["fullUrl"] = Urn(name), ["resource"] = resource, ["request"] = new JsonObject { ["method"] = method, ["url"] = url } };

    public static JsonObject To(string name) => new() { ["reference"] = Urn(name) };

    /// <summary>The same name is the same urn, so that the same Bundle has the same bytes.</summary>
    public static string Urn(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0f) | 0x40), (byte)((hash[8] & 0x3f) | 0x80));
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }
}
