using System.Numerics;

namespace RegenTrack.Fhir.FhirPath.Units;

/// <summary>An exact fraction.</summary>
internal readonly struct Ratio
{
    private Ratio(BigInteger top, BigInteger bottom)
    {
        var common = BigInteger.GreatestCommonDivisor(top, bottom);
        Top = top / common;
        Bottom = bottom / common;
    }

    public BigInteger Top { get; }

    public BigInteger Bottom { get; }

    public static readonly Ratio One = new(1, 1);

    public static readonly Ratio Zero = new(0, 1);

    public static Ratio Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var whole = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
        return new Ratio(bits[3] < 0 ? -whole : whole, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static Ratio operator *(Ratio left, Ratio right) => new(left.Top * right.Top, left.Bottom * right.Bottom);

    public static Ratio operator /(Ratio left, Ratio right) => right.Bottom * right.Top >= 0
        ? new(left.Top * right.Bottom, left.Bottom * right.Top)
        : new(-left.Top * right.Bottom, -left.Bottom * right.Top);

    public static Ratio operator +(Ratio left, Ratio right) => new((left.Top * right.Bottom) + (right.Top * left.Bottom), left.Bottom * right.Bottom);

    public static Ratio operator -(Ratio left, Ratio right) => left + new Ratio(-right.Top, right.Bottom);

    public Ratio Power(int exponent) =>
        exponent >= 0 ? new(BigInteger.Pow(Top, exponent), BigInteger.Pow(Bottom, exponent)) : One / Power(-exponent);

    public int CompareTo(Ratio other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

    /// <summary>To 20 decimals and without trailing zeros, or null when it is too large.</summary>
    public decimal? ToDecimal()
    {
        var scaled = BigInteger.DivRem(Top * BigInteger.Pow(10, 20), Bottom, out _);
        var scale = (byte)20;
        while (scale > 0 && scaled % 10 == 0)
        {
            scaled /= 10;
            scale--;
        }

        while (scale > 0 && BigInteger.Abs(scaled) > Largest)
        {
            scaled /= 10;
            scale--;
        }

        return BigInteger.Abs(scaled) > Largest ? null : (decimal)scaled / Pow10(scale);
    }

    private static readonly BigInteger Largest = new(decimal.MaxValue);

    private static decimal Pow10(int exponent)
    {
        var power = 1m;
        for (; exponent > 0; exponent--)
            power *= 10;
        return power;
    }
}
