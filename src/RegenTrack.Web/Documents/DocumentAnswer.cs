using Microsoft.Net.Http.Headers;
using RegenTrack.Submissions.Forms;
using RegenTrack.Submissions.Rendering;

namespace RegenTrack.Web.Documents;

/// <summary>Sets a form and sends it.</summary>
public sealed partial class DocumentAnswer(IDocumentRenderer renderer, ILogger<DocumentAnswer> log)
{
    /// <param name="fileName">Name to keep it under, ASCII.</param>
    /// <returns>The PDF under the hash of its content, 304 for whoever has it, 404 without a form, 503 when it cannot be set.</returns>
    public async Task<IResult> Send<TForm>(TForm? form, string fileName, HttpContext context)
        where TForm : class, IForm
    {
        if (form is null)
            return Results.NotFound();
        try
        {
            var document = await renderer.Set(form, context.RequestAborted);
            var headers = context.Response.GetTypedHeaders();
            headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = fileName };
            // Names of people are in it: nobody between us and the reader keeps it, and the reader asks again.
            headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
            return Results.Bytes(document.Pdf, "application/pdf", entityTag: new EntityTagHeaderValue($"\"{document.Sha256}\""));
        }
        catch (RenderingException trouble)
        {
            LogNotSet(fileName, trouble);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Document} could not be set.")]
    private partial void LogNotSet(string document, Exception trouble);
}
