namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>The names of our own in trial results: R4 has no result of a study, so Observations carry it by these codes.</summary>
internal static class TrialResultNames
{
    /// <summary>Category of an Observation: what kind of result it is.</summary>
    public const string Kind = "https://regentrack.example/fhir/CodeSystem/trial-result";

    /// <summary>Components of such an Observation.</summary>
    public const string Component = "https://regentrack.example/fhir/CodeSystem/trial-result-component";

    public const string Phase = "http://terminology.hl7.org/CodeSystem/research-study-phase";

    public const string RegistryNumber = "https://regentrack.example/fhir/NamingSystem/trial-registry-number";

    public const string Shape = "fhir-r4";

    /// <summary>Kinds that this door reads.</summary>
    public const string Kinds = "primary-endpoint, secondary-endpoint, other-endpoint, post-hoc-endpoint, serious-event, other-event, serious-total, other-total, deaths-total, flow-milestone, flow-reason";
}
