using RegenTrack.Fhir;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Submissions;
using RegenTrack.Submissions.Forms;
using RegenTrack.Submissions.Rendering;

namespace RegenTrack.Web.Documents;

/// <summary>GET Binary/{document}: the PDF of a hospital's own application, under the id of its DocumentReference.</summary>
public sealed partial class BinaryDoor(ApplicationForms forms, IDocumentRenderer renderer, ILogger<BinaryDoor> log) : IResourceDoor
{
    public string Type => "Binary";

    public async Task<FhirReply> Read(string id, FhirCall call)
    {
        if (DocumentKind.Find(id) is not var (application, kind))
            return FhirReply.NotFound;
        try
        {
            var document = kind == DocumentKind.Filing
                ? await Set(await forms.Filing(call.Actor, application, call.CancellationToken), call)
                : await Set(await forms.Notice(call.Actor, application, call.CancellationToken), call);
            return document is null ? FhirReply.NotFound : FhirReply.Binary(new FhirContent(id, "application/pdf", document.Pdf, $"{id}.pdf"));
        }
        catch (RenderingException trouble)
        {
            LogNotSet(kind.Code, trouble);
            return FhirReply.Failed(503, Issue.Error("transient", "document-unavailable", "지금은 문서를 만들 수 없습니다. 잠시 뒤 다시 요청하십시오.", "The document cannot be made just now. Ask again shortly."));
        }
    }

    private async Task<RenderedDocument?> Set<TForm>(TForm? form, FhirCall call)
        where TForm : class, IForm => form is null ? null : await renderer.Set(form, call.CancellationToken);

    [LoggerMessage(LogLevel.Error, "{Document} could not be set.")]
    private partial void LogNotSet(string document, Exception trouble);
}
