using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RegenTrack.Interop.Server;

/// <summary>The content of a Binary, sent as it is to whoever does not ask for FHIR.</summary>
/// <param name="Id">Of the Binary.</param>
/// <param name="FileName">Name to keep it under, ASCII.</param>
public sealed record FhirContent(string Id, string MediaType, ReadOnlyMemory<byte> Bytes, string FileName)
{
    /// <summary>The Binary resource with the content inside.</summary>
    internal JsonObject Resource()
    {
        var binary = Fhir.Json.Building.Resource("Binary", Id);
        binary["contentType"] = MediaType;
        binary["data"] = Convert.ToBase64String(Bytes.Span);
        return binary;
    }

    internal Task Write(HttpContext http)
    {
        var response = http.Response;
        response.ContentType = MediaType;
        response.ContentLength = Bytes.Length;
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(FileName);
        response.Headers.ContentDisposition = disposition.ToString();
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(Bytes, http.RequestAborted).AsTask();
    }
}
