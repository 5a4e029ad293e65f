using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Validation.Profiles;

namespace RegenTrack.Fhir.Validation;

/// <summary>
/// Validates resources against R4 and against profiles: cardinality, types, fixed values and patterns, bindings, slices, extensions, references, invariants, contained resources and Bundles.
/// Profiles are compiled once and kept; use one validator for the process, from any thread.
/// </summary>
public sealed class Validator
{
    private const int MostIssues = 100;

    private readonly ProfileSet profiles;
    private readonly FhirPathContext context;

    /// <param name="catalogue">Where profiles, extensions and value sets are found; HL7's and this project's when left out.</param>
    /// <param name="references">Finds resources outside the document, for <c>resolve()</c> in invariants.</param>
    public Validator(Catalogue? catalogue = null, IReferencedResources? references = null)
    {
        profiles = new ProfileSet(catalogue ?? Catalogue.R4);
        context = new FhirPathContext { References = references, ValueSets = new ValueSetAnswers(profiles.Catalogue), Profiles = new ProfileAnswers(profiles) };
    }

    /// <summary>Everything that is wrong with a document, structure first: with structural errors nothing else is looked at.</summary>
    /// <param name="profiles">Canonical addresses that the resource must conform to, besides those that its <c>meta.profile</c> names.</param>
    public IReadOnlyList<Issue> Validate(FhirDocument document, params IReadOnlyList<string> profiles)
    {
        if (document.HasErrors || document.Type.Length == 0)
            return document.Issues;
        var session = new Session(document.Bytes, document.Root, this.profiles, context, MostIssues);
        new BaseWalk(session).Document(document.Root, profiles);
        session.End();
        return document.Issues.Count == 0 ? session.Issues : [.. document.Issues, .. session.Issues];
    }
}
