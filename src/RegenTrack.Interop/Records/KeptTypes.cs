namespace RegenTrack.Interop.Records;

/// <summary>Resource types that the domain does not own: each is held as the hospital sent it.</summary>
internal static class KeptTypes
{
    public static readonly IReadOnlyList<string> All = ["Device", "Group", "Location", "Organization", "PlanDefinition", "PractitionerRole", "Questionnaire", "ResearchSubject"];
}
