namespace RegenTrack.Fhir.Terminology;

/// <summary>Codes of one system that a value set takes in.</summary>
/// <param name="Open">Whether it takes in others that cannot be named here.</param>
internal sealed record SystemCodes(HashSet<string> Codes, bool Open)
{
    public static readonly SystemCodes Unknown = new([], true);

    public bool? Contains(ReadOnlySpan<char> code) =>
        Codes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(code) ? true : Open ? null : false;

    public SystemCodes Or(SystemCodes other) => new([.. Codes, .. other.Codes], Open || other.Open);

    public SystemCodes And(SystemCodes other) => Open || other.Open
        ? new([.. Codes.Intersect(other.Codes)], true)
        : new([.. Codes.Intersect(other.Codes)], false);

    /// <summary>Without the codes of another; when those cannot all be named, nothing is sure any more.</summary>
    public SystemCodes Except(SystemCodes other) => other.Open ? Unknown : new([.. Codes.Except(other.Codes)], Open);
}
