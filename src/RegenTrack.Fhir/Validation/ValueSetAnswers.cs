using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;

namespace RegenTrack.Fhir.Validation;

/// <summary>Answers <c>memberOf()</c> from a catalogue.</summary>
internal sealed class ValueSetAnswers(Catalogue catalogue) : IValueSetMembership
{
    public bool? Contains(string valueSet, PathItem coded) =>
        catalogue.Codes(valueSet) is { } codes ? Bindings.Contains(codes, coded.Element, coded.TypeName, required: true) : null;
}
