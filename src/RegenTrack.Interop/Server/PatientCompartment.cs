using System.Collections.Frozen;
using System.Text.Json;
using RegenTrack.App.Resources;
using RegenTrack.Fhir.Search;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server;

/// <summary>What concerns a patient: R4's patient compartment, as far as its types are stored here.</summary>
internal static class PatientCompartment
{
    private const string Patient = "Patient";

    /// <summary>By type the parameters that lead to the patient, as R4's CompartmentDefinition has them.</summary>
    private static readonly FrozenDictionary<string, string[]> Parameters = new Dictionary<string, string[]>
    {
        ["AdverseEvent"] = ["subject"],
        ["CarePlan"] = ["patient", "performer"],
        ["Communication"] = ["subject", "sender", "recipient"],
        ["Composition"] = ["subject", "author", "attester"],
        ["Consent"] = ["patient"],
        ["DetectedIssue"] = ["patient"],
        ["DocumentReference"] = ["subject", "author"],
        ["Group"] = ["member"],
        ["MeasureReport"] = ["patient"],
        ["Observation"] = ["subject", "performer"],
        [Patient] = ["link"],
        ["Procedure"] = ["patient", "performer"],
        ["QuestionnaireResponse"] = ["subject", "author"],
        ["ResearchSubject"] = ["individual"],
        ["Specimen"] = ["subject"],
        ["SupplyDelivery"] = ["patient"],
        ["SupplyRequest"] = ["subject"],
        ["Task"] = ["patient", "focus"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Has(string type) => Parameters.ContainsKey(type);

    /// <summary>Whether a resource concerns one of some patients.</summary>
    /// <param name="isMember">Asked with a patient's id.</param>
    public static bool Holds(string type, string id, JsonElement resource, Func<string, bool> isMember) => Parameters.TryGetValue(type, out var leading)
        && ((type == Patient && isMember(id)) || Searchable.Parameters.Extract(resource).Any(key =>
            key is ReferenceKey { Type: Patient, Id: { } patient, IsAbsolute: false, IsContained: false } && leading.Contains(key.Parameter) && isMember(patient)));

    /// <summary>The resources of a patient that the caller may see, or null for too many.</summary>
    public static async Task<IReadOnlyList<(string Type, string Id)>?> Of(string pseudonym, Sight sight, FhirCall call, IReadOnlySet<string> stored)
    {
        var found = new List<(string, string)> { (Patient, pseudonym) };
        foreach (var (type, leading) in Parameters.Where(one => stored.Contains(one.Key)))
        {
            long[] keys = [.. leading.Where(Searchable.By(type).ContainsKey).Select(parameter => SearchHash.Of(type, parameter, Spelling.Typed(Patient, pseudonym)))];
            var ids = keys.Length == 0 ? [] : await call.Service<ResourceSearch>().Ids(sight.Query(type, new ResourceCondition.AnyKey(keys)), Linking.Most + 1, call.CancellationToken);
            found.AddRange(ids.Select(id => (type, id)));
            if (found.Count > Linking.Most)
                return null;
        }

        return found;
    }
}
