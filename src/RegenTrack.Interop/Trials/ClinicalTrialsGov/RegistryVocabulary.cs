using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov;

/// <summary>The coded words of the registry that mean something here, in the spelling of both formats (<c>Phase 1/Phase 2</c>, <c>PHASE1</c>).</summary>
internal static class RegistryVocabulary
{
    public static EndpointRole? Role(string text) => Letters(text) switch
    {
        "PRIMARY" => EndpointRole.Primary,
        "SECONDARY" => EndpointRole.Secondary,
        "OTHERPRESPECIFIED" => EndpointRole.OtherPreSpecified,
        "POSTHOC" => EndpointRole.PostHoc,
        _ => null,
    };

    public const string Roles = "Primary, Secondary, Other Pre-specified, Post-Hoc";

    public static TrialPhase? Phase(IEnumerable<string> texts) => string.Join('+', texts.SelectMany(text => text.Split('/')).Select(Letters)) switch
    {
        "" or "NA" => TrialPhase.NotStated,
        "EARLYPHASE1" => TrialPhase.EarlyPhase1,
        "PHASE1" => TrialPhase.Phase1,
        "PHASE1+PHASE2" => TrialPhase.Phase1And2,
        "PHASE2" => TrialPhase.Phase2,
        "PHASE2+PHASE3" => TrialPhase.Phase2And3,
        "PHASE3" => TrialPhase.Phase3,
        "PHASE4" => TrialPhase.Phase4,
        _ => null,
    };

    public const string Phases = "Early Phase 1, Phase 1, Phase 1/Phase 2, Phase 2, Phase 2/Phase 3, Phase 3, Phase 4, N/A";

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
