namespace RegenTrack.Interop.Records;

/// <summary>Resource types that the domain does not own: each is held as the hospital sent it.</summary>
internal static class KeptTypes
{
    /// <summary>Who somebody is: held in the vault.</summary>
    public const string Person = "Practitioner";

    public static readonly IReadOnlyList<string> All = ["Device", "Group", "Location", "Organization", "PlanDefinition", Person, "PractitionerRole", "Questionnaire", "ResearchSubject"];

    /// <summary>The beginning of the ids that records of a type get here.</summary>
    public static string Prefix(string type) => type.ToLowerInvariant();

    /// <summary>Whether a resource of such a type is a record: a plan's investigator is none, and stays what the plan says.</summary>
    public static bool IsRecord(string type, string id) => type != Person || id.StartsWith($"{Prefix(type)}-", StringComparison.Ordinal);
}
