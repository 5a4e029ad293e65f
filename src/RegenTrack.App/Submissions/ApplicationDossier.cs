using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Institutions;
using RegenTrack.Domain.Sandbox;
using RegenTrack.Domain.Trials;

namespace RegenTrack.App.Submissions;

/// <summary>What the documents of an application are made from, all of it as known when the documented fact was recorded.</summary>
/// <param name="ReceivedOn">접수일; null before receipt.</param>
/// <param name="Trial">The trial relied on; null for other evidence.</param>
/// <param name="Grant">The exemption relied on; null without one.</param>
/// <param name="RecordedAt">When the documented fact was recorded, UTC.</param>
public sealed record ApplicationDossier(
    TreatmentApplication Application,
    Institution Institution,
    DateOnly? ReceivedOn,
    Trial? Trial,
    Grant? Grant,
    DateTimeOffset RecordedAt);
