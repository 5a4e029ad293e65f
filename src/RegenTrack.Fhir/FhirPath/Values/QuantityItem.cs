using System.Globalization;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath.Values;

/// <summary>A number with a unit: a UCUM code, or a calendar word (<c>days</c>).</summary>
internal sealed class QuantityItem(decimal value, string unit, bool isCalendar) : SystemItem(SystemType.Quantity)
{
    public decimal Value => value;

    public string Unit => unit;

    /// <summary>Whether the unit is a calendar word and no UCUM code.</summary>
    public bool IsCalendar => isCalendar;

    public QuantityItem With(decimal other) => new(other, unit, isCalendar);

    public override string ToString() => value.ToString(CultureInfo.InvariantCulture) + ' ' + (isCalendar ? unit : $"'{unit}'");
}
