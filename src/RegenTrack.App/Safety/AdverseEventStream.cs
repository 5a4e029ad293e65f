using RegenTrack.App.Pipeline;
using RegenTrack.App.Treatments;
using RegenTrack.Domain.Safety;

namespace RegenTrack.App.Safety;

/// <summary>One adverse event with its follow-up.</summary>
public static class AdverseEventStream
{
    public static readonly StreamType<AdverseEvent, SafetyEvent> Type = new StreamType<AdverseEvent, SafetyEvent>("adverse-event", AdverseEvent.Initial, AdverseEvent.Evolve)
        .Event<AdverseEventReported>("adverse_event_reported_v1")
        .Event<AdverseEventFollowedUp>("adverse_event_followed_up_v1")
        .Event<AdverseEventClosed>("adverse_event_closed_v1")
        .VisibleTo((actor, state) => state.IsSeenBy(actor));

    public static void Register(AppModel model) => model.Stream(Type)
        .Command<ReportAdverseEvent, ReportFacts>(Permission.ReportAdverseEvent, c => c.AdverseEvent.Value, LoadFacts, ReportAdverseEvent.Decide)
        .Command<FollowUpAdverseEvent, SafetyTerms>(Permission.ReportAdverseEvent, c => c.AdverseEvent.Value, (_, _, _) => Task.FromResult(SafetyTerms.Default), FollowUpAdverseEvent.Decide)
        .Command<CloseAdverseEvent>(Permission.ReportAdverseEvent, c => c.AdverseEvent.Value, CloseAdverseEvent.Decide);

    private static async Task<ReportFacts> LoadFacts(ReportAdverseEvent command, FactReader facts, CancellationToken cancellation) =>
        new((await facts.State(TreatmentCaseStream.Type, command.Case.Value, cancellation)).Facts(), SafetyTerms.Default);
}
