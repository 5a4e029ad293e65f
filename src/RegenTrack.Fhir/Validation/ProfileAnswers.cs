using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Validation.Profiles;

namespace RegenTrack.Fhir.Validation;

/// <summary>Answers <c>conformsTo()</c> for resources.</summary>
internal sealed class ProfileAnswers(ProfileSet profiles) : IProfileConformance
{
    public bool? Conforms(string profile, PathItem item)
    {
        if (item.Element is not { ValueKind: JsonValueKind.Object } resource || resource.Text("resourceType") is not { } name
            || R4.Definitions.Find(name) is not { } type || profiles.Find(profile) is not { } known)
            return null;
        if (!known.IsOf(type))
            return false;
        var context = new FhirPathContext { ValueSets = new ValueSetAnswers(profiles.Catalogue), Profiles = this };
        var session = new Session(default, resource, profiles, context, limit: 1) { Frame = new Frame(resource, type, null, isContained: false) };
        var fits = profiles.Conforms(session, resource, profile);
        session.End();
        return fits;
    }
}
