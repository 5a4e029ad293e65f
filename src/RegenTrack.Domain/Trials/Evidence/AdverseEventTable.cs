namespace RegenTrack.Domain.Trials.Evidence;

/// <summary>Adverse events as reported: totals per group, then serious and other terms with counts per group.</summary>
/// <param name="FrequencyThreshold">Percentage that an "other" term had to exceed in some group to be listed.</param>
public sealed record AdverseEventTable(
    string? TimeFrame,
    string? Description,
    Figure? FrequencyThreshold,
    IReadOnlyList<EventGroup> Groups,
    IReadOnlyList<EventTerm> Serious,
    IReadOnlyList<EventTerm> Other);

/// <summary>A column of the table with its totals; a total that the source does not give is null, never computed.</summary>
public sealed record EventGroup(string Id, string Title, string? Description, Tally? Serious, Tally? Other, Tally? Deaths);

/// <summary>Participants affected of participants at risk.</summary>
public sealed record Tally(Figure? Affected, Figure? AtRisk);

/// <summary>A term (preferred term) in an organ system, in the vocabulary and with the way of asking that the source names.</summary>
public sealed record EventTerm(string Term, string? OrganSystem, string? Vocabulary, string? Assessment, string? Notes, IReadOnlyList<EventCount> Counts);

/// <summary>One term in one group. <see cref="Events"/> counts occurrences, which may exceed participants.</summary>
public sealed record EventCount(string Group, Figure? Affected, Figure? AtRisk, Figure? Events);
