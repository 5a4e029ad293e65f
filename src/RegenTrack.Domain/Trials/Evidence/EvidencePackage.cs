namespace RegenTrack.Domain.Trials.Evidence;

/// <summary>The results of a trial as one source reports them. Immutable: a changed record is another package.</summary>
public sealed record EvidencePackage(
    ParticipantFlow? Flow,
    BaselineTable? Baseline,
    IReadOnlyList<OutcomeMeasure> Outcomes,
    AdverseEventTable? AdverseEvents,
    string? Limitations);

/// <summary>Who took part: baseline characteristics per group.</summary>
public sealed record BaselineTable(string? Population, IReadOnlyList<ReportingGroup> Groups, IReadOnlyList<Denominator> Analysed, IReadOnlyList<BaselineMeasure> Measures);

/// <summary>One baseline characteristic.</summary>
public sealed record BaselineMeasure(string Title, string? Description, MeasureTable Table);
