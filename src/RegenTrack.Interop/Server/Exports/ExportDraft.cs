using RegenTrack.Interop.Server.Access;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>The file that a step of an export finds the end of, and beside it the list of what was deleted in the same range.</summary>
internal sealed class ExportDraft(ExportJob job, int fileSize)
{
    private const int PageSize = 1000;
    private readonly HashSet<string> subjects = new(StringComparer.Ordinal);

    public string Type { get; } = job.Order.Types[job.Place];

    public ExportFilter Filter { get; } = new(job);

    public string UpTo { get; private set; } = job.After;

    public int Count { get; private set; }

    public int Deleted { get; private set; }

    public bool IsAtEnd { get; private set; }

    public bool IsFull => Count + Deleted >= fileSize;

    public int Room => Math.Min(PageSize, fileSize - Count - Deleted);

    public void Add(ExportPage page)
    {
        (IsAtEnd, UpTo) = (page.IsLast, page.Last ?? UpTo);
        for (var index = 0; index < page.Found.Count; index++)
        {
            var resource = page.Found[index];
            var body = page.Found.Body(resource);
            if (!Filter.Shows(Type, resource.Id, resource.Updated, body))
                continue;
            if (body.Length == 0)
            {
                Deleted++;
                continue;
            }

            Count++;
            AccessSubjects.In(Type, resource.Id, body, subjects);
        }
    }

    /// <summary>What there is to keep, numbered behind the files before.</summary>
    public IEnumerable<ExportFile> Files()
    {
        var number = job.Files;
        if (Count > 0)
            yield return new ExportFile(++number, Type, false, job.After, UpTo, Count, [.. subjects]);
        if (Deleted > 0)
            yield return new ExportFile(++number, Type, true, job.After, UpTo, Deleted, []);
    }
}
