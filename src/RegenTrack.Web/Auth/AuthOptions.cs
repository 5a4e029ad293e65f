using System.ComponentModel.DataAnnotations;

namespace RegenTrack.Web.Auth;

/// <summary>Configuration section <c>Auth</c>. All of it has defaults; a value out of range stops the host at start.</summary>
public sealed class AuthOptions
{
    public const string Section = "Auth";

    internal const string DefaultIssuer = "http://127.0.0.1:5080";

    /// <summary>Issuer of access tokens: scheme, name and port under which hospitals reach this service.</summary>
    [Required]
    public string Issuer { get; set; } = DefaultIssuer;

    /// <summary>Audience of access tokens: the FHIR base.</summary>
    [Required]
    public string Audience { get; set; } = "http://127.0.0.1:5080/fhir";

    /// <summary>Life of an access token.</summary>
    [Range(1, 5)]
    public int TokenMinutes { get; set; } = 5;

    /// <summary>By how much a client's clock may differ from ours.</summary>
    [Range(0, 60)]
    public int ClockLeewaySeconds { get; set; } = 30;

    /// <summary>Development: clients' keys may be fetched by http and from private networks.</summary>
    public bool KeysFromAnywhere { get; set; }

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

    /// <summary>FHIR requests per second and client; twice as many in a burst.</summary>
    [Range(1, 1_000_000)]
    public int FhirRequestsPerSecond { get; set; } = 1000;
}
