namespace RegenTrack.Domain.Applications;

/// <summary>One request for a supplement (보완요청) and how it went.</summary>
/// <param name="AtIntake">Before receipt (NT5), when no clock runs; else during review (NT7).</param>
/// <param name="ReturnTo">The stage that goes on once it is answered.</param>
/// <param name="Due">Last day to answer.</param>
public sealed record Supplement(
    string Id,
    bool AtIntake,
    Stage ReturnTo,
    IReadOnlyList<SupplementItem> Items,
    DateOnly RequestedOn,
    DateOnly Due,
    IReadOnlyList<SupplementExtension> Extensions,
    DateOnly? AnsweredOn,
    IReadOnlyList<SupplementAnswer> Answers)
{
    public bool IsOpen => AnsweredOn is null;
}

/// <summary>One thing asked for, bound to an item of the dossier.</summary>
/// <param name="Key">Name within the request, e.g. <c>1</c>.</param>
/// <param name="LinkId">The item of the plan that it is about.</param>
public sealed record SupplementItem(string Key, string LinkId, string Question);

/// <summary>The applicant's answer to one thing asked for.</summary>
public sealed record SupplementAnswer(string Key, string LinkId, string Text, IReadOnlyList<DocumentPointer> Documents)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Documents.Count == 0;
}

/// <summary>One extension of the term, on request.</summary>
public sealed record SupplementExtension(DateOnly GrantedOn, DateOnly Due, string Reason);
