namespace RegenTrack.Fhir.Patching;

/// <summary>What one patch may cost. Beyond it the patch is refused and nothing of it counts.</summary>
/// <param name="Operations">Most operations.</param>
/// <param name="PatchBytes">Length of the patch itself.</param>
/// <param name="DocumentBytes">Length of the document with all that was ever added to it.</param>
/// <param name="Depth">Nesting of objects and arrays.</param>
/// <param name="WorkBytes">What all operations together may read or move.</param>
public sealed record PatchLimits(int Operations = 500, int PatchBytes = 1024 * 1024, int DocumentBytes = 10 * 1024 * 1024, int Depth = 64, long WorkBytes = 256L * 1024 * 1024)
{
    public static readonly PatchLimits Default = new();
}
