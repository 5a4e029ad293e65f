using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;
using RegenTrack.App.Notices;
using RegenTrack.Domain.Notices;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Outgoing;

namespace RegenTrack.Interop.Notices.Delivery;

/// <summary>Posts one message to an endpoint. Of the answer only the status counts.</summary>
internal sealed class NoticeSender(IOptions<NoticeOptions> options) : IDisposable
{
    // Each message has a time of its own.
    private readonly HttpClient _http = new(OutgoingConnection.Handler(options.Value.Anywhere)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <returns>Null when the endpoint took it, else the kind of trouble.</returns>
    public async Task<string?> Send(NoticeWish wish, IReadOnlyList<NoticeHeader> headers, byte[] body, CancellationToken cancellation)
    {
        if (OutgoingAddress.Read(wish.Endpoint, options.Value.Anywhere) is not { } address)
            return NoticeProblem.AddressRefused;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(wish.TimeoutSeconds ?? options.Value.TimeoutSeconds));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(FhirFormat.MediaType) { CharSet = "utf-8" };
            // The endpoint may have changed since the headers were read, or the other way round.
            foreach (var header in headers.Where(header => header.Origin == NoticeHeader.OriginOf(address)))
                request.Headers.TryAddWithoutValidation(header.Name, header.Value);
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return answer.IsSuccessStatusCode ? null : NoticeProblem.Http((int)answer.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return NoticeProblem.Timeout;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or SocketException)
        {
            return Kind(trouble);
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Kind(Exception trouble)
    {
        for (var one = trouble; one is not null; one = one.InnerException)
        {
            if (one is AddressRefusedException)
                return NoticeProblem.AddressRefused;
            if (one is AuthenticationException)
                return NoticeProblem.Tls;
        }

        return NoticeProblem.Unreachable;
    }
}
