using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>How far an export is, its list of files once it is done, and its end.</summary>
internal static class ExportStatus
{
    private const string JsonType = "application/json";

    public static async Task<FhirReply> Answer(HttpContext http, string id)
    {
        var (call, refusal) = Calls.Of(http, null);
        if (call is null)
            return refusal!;
        var store = call.Service<ExportStore>();
        if (HttpMethods.IsDelete(http.Request.Method))
            return await store.Remove(id, call) ? new FhirReply(202) : FhirReply.NotFound;
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            return FhirReply.NotSupported;
        return await store.Find(id, call) switch
        {
            null => FhirReply.NotFound,
            { State: "done" } job => Done(Manifest(job, await store.Files(id, null, call.CancellationToken), call.Base), job.ExpiresAt),
            { State: "failed" } => FhirReply.Failed(500, Issue.Error("exception", "export-failed", "내보내기가 실패했습니다. 다시 요청하십시오.", "The export failed. Ask for it again.")),
            var job => new FhirReply(202) { Headers = [("X-Progress", Progress(job)), ("Retry-After", "1")] },
        };
    }

    private static string Progress(ExportJob job) => job.IsSettled
        ? string.Create(CultureInfo.InvariantCulture, $"{job.Place} of {job.Order.Types.Count} types, {job.Resources} resources")
        : "waiting for writes that are under way";

    private static FhirReply Done(JsonObject manifest, DateTimeOffset expires) => new(200)
    {
        Headers = [("Expires", expires.ToString("R", CultureInfo.InvariantCulture))],
        Stream = http =>
        {
            http.Response.ContentType = JsonType;
            return http.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString()), http.RequestAborted).AsTask();
        },
    };

    private static JsonObject Manifest(ExportJob job, IReadOnlyList<ExportFile> files, string address)
    {
        JsonObject File(ExportFile file) => new() { ["type"] = file.IsDeletion ? "Bundle" : file.Type, ["url"] = $"{address}/$export-file/{job.Order.Id}/{file.Number.ToString(CultureInfo.InvariantCulture)}", ["count"] = file.Count };
        return new()
        {
            ["transactionTime"] = Instant(job.At),
            ["request"] = job.Order.Request,
            ["requiresAccessToken"] = true,
            ["output"] = Many(files.Where(file => !file.IsDeletion).Select(File)),
            ["deleted"] = Many(files.Where(file => file.IsDeletion).Select(File)),
            ["error"] = Many(),
        };
    }
}
