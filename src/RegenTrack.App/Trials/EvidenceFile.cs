using System.Text.Json;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Trials.Evidence;

namespace RegenTrack.App.Trials;

/// <summary>A results package as a content-addressed file (ADR 21): the same facts always give the same bytes, so the hash is the identity.</summary>
public static class EvidenceFile
{
    private const string MediaType = "application/vnd.regentrack.evidence+json";

    // What is derived from the source's words stays out, or a better reading of them would change the identity of old packages.
    private static readonly JsonSerializerOptions Json = new(EventJson.Options) { IgnoreReadOnlyProperties = true };

    public static byte[] Write(EvidencePackage package) => JsonSerializer.SerializeToUtf8Bytes(package, Json);

    /// <summary>Stores the package; the hash names it in commands and events.</summary>
    public static async Task<string> Save(AttachmentStore attachments, EvidencePackage package, CancellationToken cancellation) =>
        (await attachments.Save(Write(package), MediaType, null, cancellation)).Sha256;

    /// <summary>The package of a hash; null when there is none, or when that file is something else.</summary>
    public static async Task<EvidencePackage?> Open(AttachmentStore attachments, string sha256, CancellationToken cancellation) =>
        Read(await attachments.Open(sha256, cancellation));

    internal static EvidencePackage? Read(AttachmentContent? file) =>
        file is { Attachment.MediaType: MediaType } ? JsonSerializer.Deserialize<EvidencePackage>(file.Bytes.Span, Json) : null;
}
