using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>What a registry says of a trial. Words and dates as the registry wrote them; people are left out.</summary>
/// <param name="Status">The registry's word, e.g. <c>Completed</c> or <c>TERMINATED</c>.</param>
/// <param name="OtherIds">Sponsor's protocol number and secondary registry ids.</param>
public sealed record TrialRegistration(
    string Title,
    string? OfficialTitle,
    string? Acronym,
    string? Sponsor,
    IReadOnlyList<string> Collaborators,
    IReadOnlyList<string> OtherIds,
    string? StudyType,
    TrialPhase Phase,
    string? Status,
    string? WhyStopped,
    TrialDesign Design,
    RegistryDate? Start,
    RegistryDate? PrimaryCompletion,
    RegistryDate? Completion,
    Enrolment? Enrolment,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<TrialArm> Arms,
    IReadOnlyList<Intervention> Interventions,
    IReadOnlyList<TrialSite> Sites,
    RegistryDate? LastUpdated)
{
    /// <summary>Says the same, item by item (a record compares its lists by reference).</summary>
    public bool SaysTheSameAs(TrialRegistration other) =>
        this with { Collaborators = other.Collaborators, OtherIds = other.OtherIds, Conditions = other.Conditions, Arms = other.Arms, Interventions = other.Interventions, Sites = other.Sites } == other
        && Collaborators.SequenceEqual(other.Collaborators)
        && OtherIds.SequenceEqual(other.OtherIds)
        && Conditions.SequenceEqual(other.Conditions)
        && Arms.SequenceEqual(other.Arms)
        && Interventions.SequenceEqual(other.Interventions)
        && Sites.SequenceEqual(other.Sites);
}

/// <summary>Design in the registry's words.</summary>
public sealed record TrialDesign(string? Allocation, string? Model, string? Masking, string? Purpose);

/// <summary>A registry date as written (a day, or only a month), and whether the registry calls it actual or expected.</summary>
public sealed record RegistryDate(string Text, string? Certainty);

/// <summary>Number of participants, and whether actual or planned.</summary>
public sealed record Enrolment(Figure Count, string? Certainty);

/// <summary>An arm as planned.</summary>
public sealed record TrialArm(string Label, string? Kind, string? Description);

/// <summary>What is given or done.</summary>
public sealed record Intervention(string? Kind, string Name);

/// <summary>A place of the trial; registries may withhold the facility's name.</summary>
public sealed record TrialSite(string? Facility, string? City, string? Country);
