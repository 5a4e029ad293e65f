using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Terminology;

namespace RegenTrack.Fhir.Validation;

/// <summary>Checks coded values against value sets.</summary>
internal static class Bindings
{
    public static void Check(Session session, Binding binding, JsonElement value, string type)
    {
        if (binding.Strength >= BindingStrength.Extensible && session.Catalogue.Codes(binding.ValueSet) is { } codes)
        {
            var required = binding.Strength == BindingStrength.Required;
            if (Contains(codes, value, type, required) == false)
                session.Report(required ? Findings.NotInValueSet(binding.ValueSet) : Findings.OutsideExtensible(binding.ValueSet), value);
        }

        if (binding.Greatest is { } greatest && session.Catalogue.Codes(greatest) is { } all && Contains(all, value, type, false) == false)
            session.Report(Findings.NotInValueSet(greatest), value);
    }

    /// <summary>Whether a value is in a value set; null when that cannot be said, or when it has no code and need not have one.</summary>
    public static bool? Contains(CodeList codes, JsonElement value, string type, bool required) => type switch
    {
        "CodeableConcept" => Concept(codes, value, required),
        "Coding" => Coding(codes, value, required),
        "Quantity" or "Age" or "Duration" or "Count" or "Distance" or "SimpleQuantity" or "MoneyQuantity" => Coding(codes, value, false),
        _ => value.ValueKind == JsonValueKind.String ? codes.Contains(value.Chars(stackalloc char[Raw.Usual])) : null,
    };

    private static bool? Concept(CodeList codes, JsonElement concept, bool required)
    {
        bool? answer = required ? false : null;
        foreach (var coding in concept.Items("coding"))
        {
            switch (Coding(codes, coding, required))
            {
                case true:
                    return true;
                case null:
                    return null;
                case false:
                    answer = false;
                    break;
            }
        }

        return answer;
    }

    private static bool? Coding(CodeList codes, JsonElement coding, bool required)
    {
        var code = coding.At("code").Chars(stackalloc char[Raw.Usual]);
        var system = coding.At("system").Chars(stackalloc char[Raw.Usual]);
        return code.IsEmpty || system.IsEmpty ? required ? false : null : codes.Contains(system, code);
    }
}
