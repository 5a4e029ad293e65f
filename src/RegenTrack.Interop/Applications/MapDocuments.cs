using System.Text.Json;
using RegenTrack.App.Attachments;
using RegenTrack.Domain.Applications;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Applications;

/// <summary>DocumentReference (with its Binary, or data inside) → files by hash.</summary>
internal sealed class MapDocuments(FhirTransaction transaction, Problems problems)
{
    private readonly List<NewFile> _files = [];

    /// <summary>Every file met so far, to be kept with the command.</summary>
    public IReadOnlyList<NewFile> Files => _files;

    /// <summary>The documents and attachments that an answer points at.</summary>
    public IReadOnlyList<DocumentPointer> Of(JsonElement item, string place)
    {
        List<DocumentPointer> found = [];
        foreach ((int index, JsonElement answer) in item.Indexed("answer"))
        {
            string here = $"{place}.answer[{index}]";
            if (answer.At("valueAttachment") is { } attachment)
                Add(attachment, null, $"{here}.valueAttachment", found);
            else if (answer.At("valueReference") is not null && transaction.Resolve(answer, "valueReference") is { Type: "DocumentReference" } document)
                Of(document, found);
            else if (answer.At("valueReference") is not null)
                problems.Unreadable("document-not-in-bundle", "이 Bundle의 DocumentReference를 가리켜야 합니다.", "Point at a DocumentReference of this Bundle.", $"{here}.valueReference");
        }

        return found;
    }

    private void Of(FhirEntry document, List<DocumentPointer> found)
    {
        foreach ((int index, JsonElement content) in document.Resource.Indexed("content"))
        {
            if (content.At("attachment") is { } attachment)
                Add(attachment, document.Resource.Text("description"), document.At($"content[{index}].attachment"), found);
        }
    }

    private void Add(JsonElement attachment, string? description, string place, List<DocumentPointer> found)
    {
        JsonElement? binary = transaction.Resolve(attachment.Text("url")) is { Type: "Binary" } entry ? entry.Resource : null;
        byte[]? bytes = (binary ?? attachment).At("data") is { } data && data.TryGetBytesFromBase64(out byte[]? decoded) ? decoded : null;
        if (bytes is not { Length: > 0 })
        {
            problems.Missing("document-without-content", "첨부의 내용이 없습니다. data에 넣거나 이 Bundle의 Binary를 url로 가리키십시오.", "The attachment has no content. Put it in data, or point with url at a Binary of this Bundle.", place);
            return;
        }

        string mediaType = attachment.Text("contentType") ?? binary?.Text("contentType") ?? "application/octet-stream";
        string title = attachment.Text("title") ?? description ?? "document";
        var file = new NewFile(bytes, mediaType, title);
        _files.Add(file);
        found.Add(new DocumentPointer(file.Attachment.Sha256, title, mediaType));
    }
}
