namespace RegenTrack.EventStore;

/// <summary>Somebody else was faster: a stream is not at the version that was expected of it.</summary>
/// <param name="StreamKey">E.g. <c>lot:lot-1</c>.</param>
/// <param name="ActualVersion">Where the stream stands; 0 when there is none.</param>
public sealed record Conflict(string StreamKey, long ActualVersion);

/// <summary>How a commit ended.</summary>
/// <param name="Conflict">Null when all is written; else nothing is.</param>
public sealed record CommitResult(Conflict? Conflict)
{
    internal static readonly CommitResult Done = new((Conflict?)null);
}
