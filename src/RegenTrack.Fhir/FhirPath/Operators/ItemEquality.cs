using System.Text.Json;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Operators;

/// <summary>Equality for sets of items, so that distinct() is not quadratic.</summary>
internal sealed class ItemEquality(Evaluation evaluation) : IEqualityComparer<PathItem>
{
    public bool Equals(PathItem? x, PathItem? y) => ReferenceEquals(x, y) || (x is not null && y is not null && Equality.Of(x, y, evaluation) == true);

    public int GetHashCode(PathItem obj)
    {
        evaluation.Spend();
        return obj.Plain switch
        {
            StringItem text => text.Value.GetHashCode(StringComparison.Ordinal),
            BooleanItem boolean => boolean.Value ? 1 : 2,
            NumberItem number => number.Number.GetHashCode(),
            ElementItem { Element.ValueKind: JsonValueKind.Object } element => element.Element.GetPropertyCount(),
            // Dates and quantities of different spelling may be equal.
            MomentItem => 3,
            QuantityItem => 4,
            _ => 5,
        };
    }
}
