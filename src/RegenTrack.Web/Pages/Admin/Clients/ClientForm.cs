using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using RegenTrack.Domain.Kernel;
using RegenTrack.Interop.Server.Outgoing;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>What an administrator writes about a client, and what it must be.</summary>
public static partial class ClientForm
{
    public const string ByKeys = "keys";
    public const string ByAddress = "address";
    public const string BySecret = "secret";

    public static IEnumerable<Refusal> Against(string id, string name, string institution)
    {
        if (!Identifier().IsMatch(id))
            yield return new Refusal("client-id-shape", "client_id는 영문 소문자로 시작하는 3~60자의 소문자, 숫자, 붙임표입니다.", "client_id is 3 to 60 small letters, digits or hyphens and begins with a letter.", field: "Id");
        if (string.IsNullOrWhiteSpace(name))
            yield return new Refusal("client-name-missing", "이름을 입력하십시오.", "Enter a name.", field: "Name");
        else if (ResidentRegistrationNumber.AppearsIn(name))
            yield return ResidentRegistrationNumber.Refuse("Name");
        if (!Identifier().IsMatch(institution))
            yield return new Refusal("client-institution-missing", "기관 식별자를 입력하십시오. 예: inst-hanbit", "Enter the institution id, for example inst-hanbit.", field: "Institution");
    }

    /// <summary>The keys that were pasted, or why not.</summary>
    public static (IReadOnlyList<ClientKey> Keys, Refusal? Refusal) Keys(string? jwks)
    {
        var (keys, refusal) = KeySet.Read(jwks ?? "");
        return (keys, refusal is null ? null : new Refusal(refusal.Code, refusal.Message.Korean, refusal.Message.English, field: "Jwks"));
    }

    /// <summary>The address of keys, or why not.</summary>
    public static (Uri? Address, Refusal? Refusal) Address(string? text, IOptions<AuthOptions> options) =>
        text is { Length: <= 500 } && OutgoingAddress.Read(text.Trim(), options.Value.KeysFromAnywhere) is { } address ? (address, null)
            : (null, new Refusal("client-keys-address", "공개된 https 주소를 쓰십시오. 예: https://fhir.hospital.example/jwks.json", "Write a public https address, for example https://fhir.hospital.example/jwks.json", field: "KeysUrl"));

    [GeneratedRegex("^[a-z][a-z0-9-]{2,59}$")]
    private static partial Regex Identifier();
}
