using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath;

/// <summary>Collections as booleans: singleton evaluation.</summary>
internal static class Truths
{
    /// <summary>Null for an empty collection; a single item that is no boolean is true.</summary>
    public static bool? Truth(this Items items, string what)
    {
        if (!items.TrySingle(out var item, what))
            return null;
        return item.Plain switch { BooleanItem boolean => boolean.Value, null => null, _ => true };
    }

    public static Items Answer(bool? truth) => truth switch { true => BooleanItem.True, false => BooleanItem.False, _ => Items.Empty };
}
