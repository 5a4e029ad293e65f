namespace RegenTrack.Fhir.Checking;

/// <summary>Collects issues and finds their line and column. Offsets mostly grow, so the line count goes on from the last one.</summary>
internal sealed class IssueLog(int limit)
{
    private readonly List<Issue> issues = [];
    private int offset;
    private int line;
    private int lineStart;

    public IReadOnlyList<Issue> Issues => issues;

    /// <summary>True when reading must stop.</summary>
    public bool Full => issues.Count > limit;

    public void Add(Issue issue, string? expression, ReadOnlySpan<byte> document, int at)
    {
        if (Full)
            return;
        issues.Add(Located(issues.Count == limit ? Problems.TooMany(limit) : issue, document, at) with { Expression = expression });
    }

    private Issue Located(Issue issue, ReadOnlySpan<byte> document, int at)
    {
        at = Math.Clamp(at, 0, document.Length);
        if (at < offset)
            (offset, line, lineStart) = (0, 0, 0);
        while (document[offset..at].IndexOf((byte)'\n') is var next and >= 0)
        {
            offset += next + 1;
            line++;
            lineStart = offset;
        }

        offset = Math.Max(offset, lineStart);
        return issue with { Line = line + 1, Column = at - lineStart + 1 };
    }
}
