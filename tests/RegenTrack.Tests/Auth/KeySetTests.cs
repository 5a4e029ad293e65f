using System.Net;
using System.Text.Json;
using RegenTrack.Interop.Server.Outgoing;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Tests.Auth;

public sealed class KeySetTests
{
    [Fact]
    public void public_keys_of_both_kinds_are_read_and_nothing_else_of_them_is_kept()
    {
        var rsa = SigningClient.Rsa("a", "one").Jwk();
        rsa["x5c"] = "a certificate";
        var (keys, refusal) = KeySet.Read(JsonSerializer.Serialize(new { keys = new[] { rsa, SigningClient.Ec("a", "two").Jwk() } }));
        Assert.Null(refusal);
        Assert.Equal(["one RS384", "two ES384"], keys.Select(key => $"{key.Id} {key.Algorithm}"));
        Assert.DoesNotContain("x5c", keys[0].Json, StringComparison.Ordinal);
        Assert.All(keys, key => Assert.Equal(43, key.Thumbprint.Length));
    }

    [Theory]
    [InlineData("jwks-shape", "")]
    [InlineData("jwks-shape", "[]")]
    [InlineData("jwks-shape", "{\"keys\":[]}")]
    [InlineData("jwks-shape", "{\"keys\":[],\"keys\":[]}")]
    [InlineData("jwks-shape", "{\"keys\":[7]}")]
    [InlineData("jwks-private", "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"a\",\"d\":\"AQ\"}]}")]
    [InlineData("jwks-private", "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AQ\"}]}")]
    [InlineData("jwks-key", "{\"keys\":[{\"kty\":\"OKP\",\"kid\":\"a\",\"crv\":\"Ed25519\",\"x\":\"AQ\"}]}")]
    [InlineData("jwks-key", "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"a\",\"crv\":\"P-384\",\"x\":\"AQ\",\"y\":\"AQ\"}]}")]
    public void what_is_no_set_of_public_keys_is_refused(string code, string json) => Assert.Equal(code, KeySet.Read(json).Refusal?.Code);

    [Fact]
    public void short_keys_foreign_algorithms_and_twins_are_refused()
    {
        Assert.Equal("jwks-key", KeySet.Read(SigningClient.Jwks(SigningClient.Rsa("a", bits: 1024))).Refusal?.Code);
        Assert.Equal("jwks-kid-twice", KeySet.Read(SigningClient.Jwks(SigningClient.Ec("a"), SigningClient.Ec("a"))).Refusal?.Code);
        foreach (var (member, value) in ((string, string)[])[("alg", "RS256"), ("alg", "RS384"), ("use", "enc"), ("kid", ""), ("crv", "P-256")])
        {
            var key = SigningClient.Ec("a").Jwk();
            key[member] = value;
            Assert.Equal((member, value, "jwks-key"), (member, value, KeySet.Read(JsonSerializer.Serialize(new { keys = new[] { key } })).Refusal?.Code));
        }
    }

    [Fact]
    public void a_published_set_may_hold_keys_for_other_purposes()
    {
        var other = SigningClient.Ec("a", "two").Jwk();
        other["use"] = "enc";
        var (keys, refusal) = KeySet.Read(JsonSerializer.Serialize(new { keys = new[] { SigningClient.Ec("a", "one").Jwk(), other } }), lenient: true);
        Assert.Null(refusal);
        Assert.Equal("one", Assert.Single(keys).Id);
    }

    [Theory]
    [InlineData("https://hospital.example/jwks.json", true)]
    [InlineData("https://93.184.216.34/jwks", true)]
    [InlineData("http://hospital.example/jwks.json", false)]
    [InlineData("https://user:pass@hospital.example/", false)]
    [InlineData("https://127.0.0.1/jwks", false)]
    [InlineData("https://[::1]/jwks", false)]
    [InlineData("https://[::ffff:10.0.0.1]/jwks", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/jwks", false)]
    public void keys_come_from_public_https_addresses(string address, bool allowed) => Assert.Equal(allowed, OutgoingAddress.Read(address, anywhere: false) is not null);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void private_networks_are_told_from_the_public_one(string address, bool isPublic) => Assert.Equal(isPublic, OutgoingAddress.IsPublic(IPAddress.Parse(address)));
}
