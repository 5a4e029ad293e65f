using System.Net;
using System.Net.Sockets;

namespace RegenTrack.Interop.Server.Outgoing;

/// <summary>Which addresses of hospitals this server calls: https, of the public network.</summary>
public static class OutgoingAddress
{
    // IANA's registry of special-purpose addresses.
    private static readonly IPNetwork[] Reserved =
    [
        .. ((string[])[
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>The address that a text says, when it may be called.</summary>
    /// <param name="anywhere">Development: http and private networks too.</param>
    public static Uri? Read(string? text, bool anywhere) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && url.Fragment.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (anywhere && url.Scheme == Uri.UriSchemeHttp))
        && HostOf(url) is { } host && (anywhere || !IPAddress.TryParse(host, out var address) || IsPublic(address))
            ? url : null;

    /// <summary>Whether an address is none of this machine, of a private network, or of the network's own business.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return (address.GetAddressBytes()[0] & 0xE0) == 0x20 && !IsIn(address, "2001:db8::/32") && !IsIn(address, "2002::/16") && !IsIn(address, "2001::/32");
        return !Reserved.Any(network => network.Contains(address));
    }

    // A text may be an address and still name no host, such as a name that is too long once it is written in ASCII.
    private static string? HostOf(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static bool IsIn(IPAddress address, string network) => IPNetwork.Parse(network).Contains(address);
}
