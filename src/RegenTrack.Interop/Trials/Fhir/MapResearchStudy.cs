using System.Text.Json.Nodes;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Published;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>A trial as ResearchStudy.</summary>
internal static class MapResearchStudy
{
    public static JsonObject Of(Trial trial)
    {
        TrialRegistration registration = trial.Registration!;
        JsonObject study = Resource("ResearchStudy", trial.Id.Value);
        study["identifier"] = Many([Identifier(TrialResultNames.RegistryNumber, trial.Id.Value), .. registration.OtherIds.Select(id => new JsonObject { ["value"] = id })]);
        study["title"] = registration.Title;
        study["status"] = Status(registration.Status);
        study["phase"] = Phase(registration.Phase) is { } phase ? Concept(TrialResultNames.Phase, phase) : null;
        study["condition"] = Many(registration.Conditions.Select(Text));
        study["description"] = registration.OfficialTitle;
        study["sponsor"] = registration.Sponsor is { } sponsor ? new JsonObject { ["display"] = sponsor } : null;
        study["site"] = Many(registration.Sites.Where(site => site.Facility is not null).Select(site => new JsonObject { ["display"] = site.Facility }));
        study["reasonStopped"] = registration.WhyStopped is { } why ? Text(why) : null;
        study["arm"] = Many(registration.Arms.Select(arm => new JsonObject { ["name"] = arm.Label, ["type"] = arm.Kind is { } kind ? Text(kind) : null, ["description"] = arm.Description }));
        return study;
    }

    // R4 requires one of its own codes; what the registry said in other words stays in the registry's record.
    private static string Status(string? text) => string.Concat((text ?? "").Where(char.IsLetter)).ToUpperInvariant() switch
    {
        "COMPLETED" => "completed",
        "TERMINATED" or "ADMINISTRATIVELYCOMPLETED" => "administratively-completed",
        "WITHDRAWN" => "withdrawn",
        "SUSPENDED" or "TEMPORARILYCLOSEDTOACCRUAL" => "temporarily-closed-to-accrual",
        "ACTIVENOTRECRUITING" or "CLOSEDTOACCRUAL" => "closed-to-accrual",
        "NOTYETRECRUITING" or "APPROVED" => "approved",
        _ => "active",
    };

    private static string? Phase(TrialPhase phase) => phase switch
    {
        TrialPhase.EarlyPhase1 => "early-phase-1",
        TrialPhase.Phase1 => "phase-1",
        TrialPhase.Phase1And2 => "phase-1-phase-2",
        TrialPhase.Phase2 => "phase-2",
        TrialPhase.Phase2And3 => "phase-2-phase-3",
        TrialPhase.Phase3 => "phase-3",
        TrialPhase.Phase4 => "phase-4",
        _ => null,
    };
}
