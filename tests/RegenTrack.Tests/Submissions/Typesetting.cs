using RegenTrack.Submissions.Rendering;

namespace RegenTrack.Tests.Submissions;

/// <summary>One typesetting process for all tests that only read what it makes.</summary>
public sealed class Typesetting : IDisposable
{
    public TypstRenderer Renderer { get; } = new();

    public void Dispose() => Renderer.Dispose();
}
