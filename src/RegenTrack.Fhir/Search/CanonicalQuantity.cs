using RegenTrack.Fhir.FhirPath.Units;

namespace RegenTrack.Fhir.Search;

/// <summary>Quantities in base units.</summary>
internal static class CanonicalQuantity
{
    public static QuantityKey? Of(QuantityKey key)
    {
        if (key.System != Quantities.System || key.Code is null || Quantities.Find(key.Code) is not { } unit)
            return null;
        return Convert(key.Low, unit) is { } low && Convert(key.High, unit) is { } high ? key with { Low = low, High = high, Code = Code(unit), Unit = null } : null;
    }

    private static decimal? Convert(decimal value, Unit unit) =>
        value is decimal.MinValue or decimal.MaxValue ? value : unit.Canonical(value).ToDecimal();

    private static string Code(Unit unit) =>
        unit.Dimensions.IsEmpty ? "1" : string.Join('.', unit.Dimensions.Select(dimension => dimension.Value == 1 ? dimension.Key : $"{dimension.Key}{dimension.Value}"));
}
