using System.Collections.Immutable;

namespace RegenTrack.Fhir.FhirPath.Units;

/// <summary>A unit as a multiple of base units.</summary>
/// <param name="Dimensions">Base units and their exponents, by name, none zero.</param>
/// <param name="Shift">What to add after multiplying, for temperatures that do not start at zero.</param>
internal sealed record Unit(Ratio Factor, ImmutableSortedDictionary<string, int> Dimensions, Ratio Shift)
{
    private static readonly ImmutableSortedDictionary<string, int> None = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal);

    public static readonly Unit One = new(Ratio.One, None, Ratio.Zero);

    public static Unit Base(string name) => One with { Dimensions = None.Add(name, 1) };

    public bool IsShifted => !Shift.Top.IsZero;

    public Unit Scale(Ratio by) => this with { Factor = Factor * by };

    public bool IsComparable(Unit other) => Dimensions.SequenceEqual(other.Dimensions);

    public Unit Multiply(Unit other)
    {
        var dimensions = Dimensions.ToBuilder();
        foreach (var (name, exponent) in other.Dimensions)
        {
            var sum = dimensions.GetValueOrDefault(name) + exponent;
            if (sum == 0)
                dimensions.Remove(name);
            else
                dimensions[name] = sum;
        }

        return new Unit(Factor * other.Factor, dimensions.ToImmutable(), Ratio.Zero);
    }

    public Unit Power(int exponent) =>
        new(Factor.Power(exponent), exponent == 0 ? None : Dimensions.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value * exponent, StringComparer.Ordinal), Ratio.Zero);

    /// <summary>A value in base units.</summary>
    public Ratio Canonical(decimal value) => (Ratio.Of(value) * Factor) + Shift;
}
