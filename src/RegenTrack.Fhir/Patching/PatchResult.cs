namespace RegenTrack.Fhir.Patching;

/// <summary>The patched document, or why there is none. All operations count or none does.</summary>
public sealed class PatchResult
{
    private PatchResult(ReadOnlyMemory<byte> document, IReadOnlyList<Issue> issues)
    {
        Document = document;
        Issues = issues;
    }

    /// <summary>JSON; empty when the patch is refused. A patch may leave what no resource may be: read it with <see cref="FhirDocument.Parse"/> before it is used.</summary>
    public ReadOnlyMemory<byte> Document { get; }

    /// <summary>Why the patch is refused; empty when it is not.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    public bool Succeeded => Issues.Count == 0;

    internal static PatchResult Done(ReadOnlyMemory<byte> document) => new(document, []);

    internal static PatchResult Refused(params IReadOnlyList<Issue> issues) => new(default, issues);
}
