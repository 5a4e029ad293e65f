using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RegenTrack.Domain.Law;
using RegenTrack.Fhir;
using RegenTrack.Interop.Server.Access;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>What every request of the API goes through: address, negotiation, answer, and an outcome even for our own faults.</summary>
internal sealed partial class FhirExchange(DoorMap doors, IAccessLog accesses, TimeProvider time, ILogger<FhirExchange> log)
{
    public async Task Answer(HttpContext http, Func<HttpContext, DoorMap, Task<FhirReply>> answer)
    {
        FhirReply reply;
        var now = time.GetUtcNow();
        var today = KoreanTime.DayOf(now);
        try
        {
            reply = Screens.InAddress(http.Request.Path, http.Request.QueryString.Value) ? FhirReply.Failed(400, Screens.ResidentNumberIssue(today))
                : FhirFormat.Unacceptable(http.Request) ?? KnownAddress.Refusal(http.Request, doors) ?? ScopeGate.Refusal(http) ?? await answer(http, doors);
            reply = reply.OnDay?.Invoke(today) ?? reply;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            await Kept(http, now, null);
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

        using var held = reply.Held;

        // A conflict is a failed precondition for who named a version.
        if (reply.Status == StatusCodes.Status409Conflict && http.Request.Headers.IfMatch.Count > 0)
            reply = reply with { Status = StatusCodes.Status412PreconditionFailed };
        await (await Kept(http, now, reply) ? FhirHttp.Write(http, reply) : FhirHttp.WriteFault(http));
    }

    // An access that left no trace must not have shown anything either.
    private async Task<bool> Kept(HttpContext http, DateTimeOffset at, FhirReply? reply)
    {
        if (AccessRecording.Of(http, at, reply) is not { } access)
            return true;
        try
        {
            await accesses.Keep(access);
            return true;
        }
#pragma warning disable CA1031 // Whatever keeps the record from being kept, the caller gets the same answer.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            NotKept(log, fault, http.TraceIdentifier);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The access of request {TraceId} could not be kept")]
    private static partial void NotKept(ILogger logger, Exception fault, string traceId);

    [LoggerMessage(Level = LogLevel.Error, Message = "FHIR {Method} failed, request {TraceId}")]
    private static partial void Faulted(ILogger logger, Exception fault, string method, string traceId);
}
