using System.Text.Json;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Definitions;

internal enum BindingStrength
{
    Example,
    Preferred,
    Extensible,
    Required,
}

/// <summary>Where the codes of an element come from.</summary>
/// <param name="Greatest">The value set that no code may leave, when an extensible or preferred binding has such a limit.</param>
internal sealed record Binding(BindingStrength Strength, string ValueSet, string? Greatest)
{
    private const string MaxValueSet = "http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet";

    public static Binding? Read(JsonElement line) => line.At("binding") is { } binding && binding.Text("valueSet") is { } set
        ? new(
            binding.Text("strength") switch
            {
                "required" => BindingStrength.Required,
                "extensible" => BindingStrength.Extensible,
                "preferred" => BindingStrength.Preferred,
                _ => BindingStrength.Example,
            },
            Catalogue.Unversioned(set),
            binding.ExtensionText(MaxValueSet) is { } greatest ? Catalogue.Unversioned(greatest) : null)
        : null;
}
