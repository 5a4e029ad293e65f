using System.Net;
using System.Net.Sockets;

namespace RegenTrack.Web.CommandLine;

/// <summary>Looks whether an address is free before anything else is started.</summary>
internal static class Listening
{
    public static bool IsFree(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(BindingAddress.Parse).All(IsFree);

    private static bool IsFree(BindingAddress address)
    {
        if (address.IsUnixPipe || address.Port == 0)
            return true;
        var place = address.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(address.Host.Trim('[', ']'), out var named) ? named : IPAddress.Any;
        try
        {
            using var probe = new TcpListener(place, address.Port);
            probe.Start();
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
