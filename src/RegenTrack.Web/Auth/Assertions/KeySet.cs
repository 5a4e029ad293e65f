using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Auth.Assertions;

/// <summary>Reads a JWK Set (RFC 7517) of public keys for RS384 (RSA of 2048 bits and more) and ES384 (P-384).</summary>
public static class KeySet
{
    public const int Most = 16;
    private const int LongestId = 200;
    private const int LeastRsaBytes = 256;
    private static readonly string[] Private = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>The keys, or why they are not taken. The refusal never repeats what was sent.</summary>
    /// <param name="lenient">Leave out keys that this server cannot use, as published sets hold keys for other purposes; private ones refuse all.</param>
    public static (IReadOnlyList<ClientKey> Keys, Refusal? Refusal) Read(string json, bool lenient = false)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json, null, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
        }
        catch (JsonException)
        {
            root = null;
        }

        if ((root as JsonObject)?["keys"] is not JsonArray { Count: > 0 and <= Most } keys || keys.Any(key => key is not JsonObject))
            return ([], new("jwks-shape", $"JWK Set(JSON)이어야 하고 키는 1개부터 {Most}개까지입니다: {{\"keys\": [...]}}", $"It must be a JWK Set in JSON with 1 to {Most} keys: {{\"keys\": [...]}}"));
        if (keys.Any(key => Private.Any(((JsonObject)key!).ContainsKey)))
            return ([], new("jwks-private", "개인키가 들어 있습니다. 이 키는 노출된 것으로 보고 폐기한 뒤, 새 키의 공개 부분만 등록하십시오.", "It holds a private key. Treat that key as exposed: discard it, and register only the public part of a new one."));
        var read = keys.Select(key => One((JsonObject)key!)).ToList();
        if (!lenient && read.Contains(null))
            return ([], new("jwks-key", "모든 키에 kid가 있어야 하고, RSA 2048비트 이상(RS384) 또는 P-384(ES384)의 서명용 공개키여야 합니다.", "Each key needs a kid, and must be a public signing key: RSA of at least 2048 bits (RS384) or P-384 (ES384)."));
        var usable = read.OfType<ClientKey>().ToList();
        return usable.DistinctBy(key => key.Id).Count() == usable.Count
            ? (usable, null)
            : ([], new("jwks-kid-twice", "같은 kid가 두 번 있습니다.", "A kid is used twice."));
    }

    private static ClientKey? One(JsonObject key)
    {
        if (Text(key, "kid") is not { Length: > 0 and <= LongestId } id || id.Any(char.IsControl) || (Text(key, "use") ?? "sig") != "sig")
            return null;
        var found = Text(key, "kty") switch
        {
            "RSA" when Bytes(key, "n") >= LeastRsaBytes && Bytes(key, "e") is > 0 and <= 8 => (Algorithm: SecurityAlgorithms.RsaSha384, Members: new[] { "kty", "n", "e" }),
            "EC" when Text(key, "crv") == "P-384" && Bytes(key, "x") == 48 && Bytes(key, "y") == 48 => (SecurityAlgorithms.EcdsaSha384, ["kty", "crv", "x", "y"]),
            _ => default,
        };
        if (found.Algorithm is null || (Text(key, "alg") ?? found.Algorithm) != found.Algorithm)
            return null;
        var kept = new JsonObject(found.Members.Select(member => KeyValuePair.Create(member, key[member]?.DeepClone()))) { ["kid"] = id, ["alg"] = found.Algorithm, ["use"] = "sig" };
        var json = kept.ToJsonString();
        return new ClientKey(id, found.Algorithm, Base64UrlEncoder.Encode(new JsonWebKey(json).ComputeJwkThumbprint()), json);
    }

    private static string? Text(JsonObject key, string member) => key[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int Bytes(JsonObject key, string member) =>
        Text(key, member) is { } text && Base64Url.IsValid(text, out var length) ? length : 0;
}
