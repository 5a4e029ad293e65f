using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>What every request of the API goes through: address, negotiation, answer, and an outcome even for our own faults.</summary>
internal sealed partial class FhirExchange(DoorMap doors, TimeProvider time, ILogger<FhirExchange> log)
{
    public async Task Answer(HttpContext http, Func<HttpContext, DoorMap, Task<FhirReply>> answer)
    {
        FhirReply reply;
        var today = KoreanTime.DayOf(time.GetUtcNow());
        try
        {
            reply = Screens.InAddress(http.Request.Path, http.Request.QueryString.Value) ? FhirReply.Failed(400, Screens.ResidentNumberIssue(today))
                : FhirFormat.Unacceptable(http.Request) ?? ScopeGate.Refusal(http) ?? await answer(http, doors);
            reply = reply.OnDay?.Invoke(today) ?? reply;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException bad)
        {
            reply = FhirReply.Failed(bad.StatusCode, Issue.Error("structure", "bad-request", "요청을 읽을 수 없습니다.", "The request cannot be read."));
        }
#pragma warning disable CA1031 // The last place where a fault of ours can still become an answer that says so.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Faulted(log, fault, http.Request.Method, http.TraceIdentifier);
            reply = FhirReply.Failed(500, Issue.Error(
                "exception",
                "internal-error",
                $"서버 오류입니다. 같은 요청 번호로 다시 보내도 안전합니다. 문의 번호: {http.TraceIdentifier}",
                $"The server failed. Sending it again with the same request id is safe. Ask with number {http.TraceIdentifier}"));
        }

        // A conflict is a failed precondition for who named a version.
        if (reply.Status == StatusCodes.Status409Conflict && http.Request.Headers.IfMatch.Count > 0)
            reply = reply with { Status = StatusCodes.Status412PreconditionFailed };
        await FhirHttp.Write(http, reply);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "FHIR {Method} failed, request {TraceId}")]
    private static partial void Faulted(ILogger logger, Exception fault, string method, string traceId);
}
