using System.Text.Encodings.Web;
using System.Text.Json;
using RegenTrack.Submissions.Rendering;

namespace RegenTrack.Submissions.Forms;

/// <summary>Sets forms as documents.</summary>
public static class FormSetting
{
    // Readable Korean and one line end, because the attachment is read by people and hashed by machines.
    private static readonly JsonSerializerOptions Attachment = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The data as attached to the document: UTF-8 JSON, dates as yyyy-MM-dd.</summary>
    public static byte[] Json<TForm>(this TForm form)
        where TForm : IForm => JsonSerializer.SerializeToUtf8Bytes(form, Attachment);

    /// <summary>The form as PDF/A-3a.</summary>
    public static Task<RenderedDocument> Set<TForm>(this IDocumentRenderer renderer, TForm form, CancellationToken cancellation)
        where TForm : IForm => renderer.Render(TForm.Template, form.Json(), form.CreatedAt, cancellation);
}
