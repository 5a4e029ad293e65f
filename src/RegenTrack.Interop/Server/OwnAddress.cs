using System.Text;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Server;

/// <summary>A reference by this server's own address means what the same reference means without it, and is taken as that.</summary>
internal static class OwnAddress
{
    /// <summary>A document with its references to this server local; the document itself when there is none to change.</summary>
    /// <param name="document">Free of structural errors.</param>
    /// <param name="fhirBase">The server's FHIR root as the caller sees it, without a slash at the end.</param>
    public static FhirDocument Localised(FhirDocument document, string fhirBase)
    {
        // Hardly any body names this server, and looking for its name is cheaper than reading the body. A name has no character that JSON would escape.
        if (fhirBase.Split('/') is not [_, _, { Length: > 0 } name, ..] || document.Bytes.Span.IndexOf(Encoding.UTF8.GetBytes(name)) < 0)
            return document;
        var root = fhirBase + '/';
        var local = Readdressing.Readdressed(document.Bytes.Span, written => written.StartsWith(root, StringComparison.Ordinal) ? written[root.Length..] : null, withFullUrls: true);
        return local is null ? document : FhirDocument.Parse(local);
    }
}
