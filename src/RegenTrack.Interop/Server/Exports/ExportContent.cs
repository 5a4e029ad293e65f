using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using RegenTrack.App.Resources;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>The content of an export's file, written as it goes out: the resources are read as of the export's instant, page by page, and nothing is held of them.</summary>
internal static class ExportContent
{
    public const string Path = FhirServer.Root + "/$export-file";
    private const string MediaType = "application/fhir+ndjson";
    private const int PageSize = 250;
    private const long FlushAt = 64 * 1024;

    public static async Task<FhirReply> Answer(HttpContext http, string id, string number)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            return FhirReply.NotSupported;
        var (call, refusal) = Calls.Of(http, null);
        if (call is null)
            return refusal!;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            || await call.Service<ExportStore>().Find(id, call) is not { State: "done" } job || await call.Service<ExportStore>().Files(id, wanted, call.CancellationToken) is not [var file])
            return FhirReply.NotFound;
        return ExportFilter.Allows(call.Scopes, file.Type)
            ? new FhirReply(200) { Subjects = file.Subjects, Stream = response => Write(response, job, file, call) }
            : FhirReply.Failed(403, ScopeGate.ExportRefusal(file.Type));
    }

    private static async Task Write(HttpContext http, ExportJob job, ExportFile file, FhirCall call)
    {
        http.Response.ContentType = MediaType;
        var (output, pages, filter) = (http.Response.BodyWriter, call.Service<ExportPages>(), new ExportFilter(job, call.Scopes));
        for (var (after, more) = (file.After, true); more;)
        {
            using var page = await pages.Page(job, file.Type, filter, after, file.UpTo, PageSize, http.RequestAborted);
            for (var index = 0; index < page.Found.Count; index++)
            {
                if (Line(output, page.Found, page.Found[index], file, filter) && output.UnflushedBytes >= FlushAt)
                    await output.FlushAsync(http.RequestAborted);
            }

            (more, after) = (!page.IsLast, page.Last ?? after);
        }

        await output.FlushAsync(http.RequestAborted);
    }

    private static bool Line(PipeWriter output, FoundResources page, FoundResource resource, ExportFile file, ExportFilter filter)
    {
        var body = page.Body(resource);
        if (body.Length == 0 != file.IsDeletion || !filter.Shows(resource.Type, resource.Id, resource.Updated, body))
            return false;
        if (file.IsDeletion)
            output.Write(Deletion(resource));
        else if (body.IndexOfAny((byte)'\n', (byte)'\r') < 0)
            output.WriteStamped(body, resource.Version, resource.Updated);
        else
            OnOneLine(output, body, resource);
        output.Write("\n"u8);
        return true;
    }

    private static byte[] Deletion(FoundResource gone) => Encoding.UTF8.GetBytes(
        $$$"""{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"DELETE","url":"{{{gone.Type}}}/{{{gone.Id}}}"}}]}""");

    // What a hospital sent on several lines is kept so; in JSON a line break stands between values only.
    private static void OnOneLine(PipeWriter output, ReadOnlySpan<byte> body, FoundResource resource)
    {
        var flat = ArrayPool<byte>.Shared.Rent(body.Length);
        var line = flat.AsSpan(0, body.Length);
        body.Replace(line, (byte)'\n', (byte)' ');
        line.Replace((byte)'\r', (byte)' ');
        output.WriteStamped(line, resource.Version, resource.Updated);
        ArrayPool<byte>.Shared.Return(flat);
    }
}
