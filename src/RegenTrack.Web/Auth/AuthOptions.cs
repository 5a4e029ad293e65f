using System.ComponentModel.DataAnnotations;

namespace RegenTrack.Web.Auth;

/// <summary>Configuration section <c>Auth</c>. All of it has defaults; a value out of range stops the host at start.</summary>
public sealed class AuthOptions
{
    public const string Section = "Auth";

    /// <summary>Issuer of access tokens.</summary>
    [Required]
    public string Issuer { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Audience of access tokens: the FHIR base.</summary>
    [Required]
    public string Audience { get; set; } = "http://127.0.0.1:5080/fhir";

    [Range(5, 60)]
    public int TokenMinutes { get; set; } = 15;

    /// <summary>Minutes without a request after which a person is signed out.</summary>
    [Range(1, 720)]
    public int SessionMinutes { get; set; } = 30;

    [Range(3, 10)]
    public int FailuresBeforeLock { get; set; } = 5;

    [Range(1, 1440)]
    public int LockMinutes { get; set; } = 15;

    /// <summary>Sign-in attempts per minute and network address.</summary>
    [Range(1, 100_000)]
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>Token requests per minute and network address.</summary>
    [Range(1, 100_000)]
    public int TokensPerMinute { get; set; } = 120;
}
