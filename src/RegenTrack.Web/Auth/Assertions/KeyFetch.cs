using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace RegenTrack.Web.Auth.Assertions;

/// <summary>Fetches JWK Sets from clients' addresses: no redirect, no private network however the name resolves, little time, little text.</summary>
public sealed class KeyFetch : IDisposable
{
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly HttpClient _http;
    private readonly bool _anywhere;

    public KeyFetch(IOptions<AuthOptions> options)
    {
        _anywhere = options.Value.KeysFromAnywhere;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = Connect })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = MostBytes,
        };
    }

    /// <summary>The keys at an address, or null when there are none to be had.</summary>
    public async Task<IReadOnlyList<ClientKey>?> From(Uri address, CancellationToken ct)
    {
        if (KeyAddress.Read(address.ToString(), _anywhere) is not { } url)
            return null;
        try
        {
            using var answer = await _http.GetAsync(url, ct);
            if (answer.StatusCode != HttpStatusCode.OK)
                return null;
            var (keys, refusal) = KeySet.Read(await answer.Content.ReadAsStringAsync(ct), lenient: true);
            return refusal is null ? keys : null;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or InvalidOperationException || (trouble is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    // The address that is looked at is the address that is connected to: a name cannot change its mind in between.
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var allowed = found.Where(address => _anywhere || KeyAddress.IsPublic(address)).ToArray();
        if (allowed.Length == 0)
            throw new HttpRequestException("The name leads to no public address.");
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
