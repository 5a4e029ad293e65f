using System.Net;
using System.Net.Sockets;

namespace RegenTrack.Interop.Server.Outgoing;

/// <summary>Connects to addresses that hospitals named: to no private network however the name resolves, through no proxy, behind no redirect, and with a cap on what is read.</summary>
public static class OutgoingConnection
{
    private const int MostDrained = 8 * 1024;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    /// <param name="anywhere">Development: private networks too.</param>
    public static SocketsHttpHandler Handler(bool anywhere) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        MaxResponseDrainSize = MostDrained,
        MaxResponseHeadersLength = 16,
        PooledConnectionIdleTimeout = Idle,
        PooledConnectionLifetime = Idle,
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, ct) => Connect(context, anywhere, ct),
    };

    // The address that is looked at is the address that is connected to: a name cannot change its mind in between.
    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, bool anywhere, CancellationToken ct)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var allowed = found.Where(address => anywhere || OutgoingAddress.IsPublic(address)).ToArray();
        if (allowed.Length == 0)
            throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name leads to no address that may be called.</summary>
public sealed class AddressRefusedException() : HttpRequestException("The name leads to no public address.");
