namespace RegenTrack.Domain.Treatments;

/// <summary>The consent of a subject (치료대상자 동의서): which form, signed when and by whom, and what was explained.</summary>
/// <param name="FormVersion">Version of the consent form that the plan contains.</param>
/// <param name="Document">SHA-256 of the scanned form in the attachment store, when it was sent along.</param>
public sealed record Consent(
    string FormVersion,
    DateOnly SignedOn,
    ConsentSigner SignedBy,
    IReadOnlyList<ConsentItem> Items,
    string? Document = null)
{
    /// <summary>What the law asks to be explained and this consent leaves out.</summary>
    public IEnumerable<ConsentItem> Missing() => Enum.GetValues<ConsentItem>().Except(Items);

    /// <summary>Same content; the order of the items does not matter.</summary>
    public bool SameAs(Consent? other) =>
        other is not null && FormVersion == other.FormVersion && SignedOn == other.SignedOn && SignedBy == other.SignedBy
        && Document == other.Document && Items.ToHashSet().SetEquals(other.Items);
}

/// <summary>Who signed: the law gives minors and incapable persons other signers (A11②, A11-2④).</summary>
public enum ConsentSigner
{
    Subject,
    MinorAndParents,
    LegalRepresentative,
    Spouse,
    Ascendant,
    Descendant,
}

/// <summary>What must be explained: ten items of the act, then five of the ministry's rule.</summary>
public enum ConsentItem
{
    Diagnosis,
    NecessityMethodContent,
    Doctors,
    ExpectedResultsAndAdverseEvents,
    DutiesBeforeAndAfter,
    Privacy,
    AdverseEventReporting,
    Cost,
    Rights,
    MinistryItems,
    Alternatives,
    DurationPerStage,
    InstituteDataHandling,
    Discontinuation,
    DisputeMediation,
}
