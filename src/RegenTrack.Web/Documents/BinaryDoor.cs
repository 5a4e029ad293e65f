using System.Net.Mime;
using RegenTrack.App.Attachments;
using RegenTrack.App.Cells;
using RegenTrack.Fhir;
using RegenTrack.Interop.Cells;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Submissions;
using RegenTrack.Submissions.Forms;
using RegenTrack.Submissions.Rendering;

namespace RegenTrack.Web.Documents;

/// <summary>GET Binary/{document}, under the id of its DocumentReference: the PDF of a hospital's own application, or the file of a logger that travelled with its cells.</summary>
public sealed partial class BinaryDoor(ApplicationForms forms, IDocumentRenderer renderer, ILogger<BinaryDoor> log) : IResourceDoor
{
    public string Type => "Binary";

    public async Task<FhirReply> Read(string id, FhirCall call)
    {
        if (LogIds.Parse(id) is var (shipment, index))
            return await LoggerFile(id, shipment, index, call);
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

    private static async Task<FhirReply> LoggerFile(string id, string shipment, int index, FhirCall call)
    {
        if (await call.Ask(new GetShipment(call.Actor, shipment)) is not { Shipment.Logs: var logs } || index >= logs.Count)
            return FhirReply.NotFound;
        return await call.Service<AttachmentStore>().Open(logs[index].Sha256, call.CancellationToken) is { } file
            ? FhirReply.Binary(new FhirContent(id, MediaTypeNames.Application.Octet, file.Bytes, $"{id}.txt"))
            : FhirReply.NotFound;
    }

    private async Task<RenderedDocument?> Set<TForm>(TForm? form, FhirCall call)
        where TForm : class, IForm => form is null ? null : await renderer.Set(form, call.CancellationToken);

    [LoggerMessage(LogLevel.Error, "{Document} could not be set.")]
    private partial void LogNotSet(string document, Exception trouble);
}
