using System.Net;
using Microsoft.Extensions.Options;
using RegenTrack.Interop.Server.Outgoing;

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
        _http = new HttpClient(OutgoingConnection.Handler(_anywhere)) { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };
    }

    /// <summary>The keys at an address, or null when there are none to be had.</summary>
    public async Task<IReadOnlyList<ClientKey>?> From(Uri address, CancellationToken ct)
    {
        if (OutgoingAddress.Read(address.ToString(), _anywhere) is not { } url)
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
}
