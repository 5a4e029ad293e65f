using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Demo;

/// <summary>One step of the story, told by the person whose step it is, through that person's own door.</summary>
/// <param name="Name">Stable name; a step that was told is not told again.</param>
public sealed record DemoStep(string Name, Bilingual Text, Func<DemoRoom, CancellationToken, Task> Tell);
