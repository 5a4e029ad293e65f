using System.Collections.Frozen;

namespace RegenTrack.Fhir.FhirPath.Units;

/// <summary>
/// The UCUM units that clinical data of R4 use, by their exact definitions (SI brochure; international yard and pound of 1959; ISO 80000-13).
/// The table is written for this engine; no code list is copied.
/// </summary>
internal static class UnitTable
{
    /// <summary>Symbol, definition in terms of earlier lines, and whether it takes a prefix.</summary>
    private static readonly (string Symbol, decimal Factor, string Of, bool Metric)[] Lines =
    [
        ("m", 1, "", true), ("g", 1, "", true), ("s", 1, "", true), ("K", 1, "", true), ("A", 1, "", true), ("cd", 1, "", true), ("mol", 1, "", true), ("rad", 1, "", true),
        ("%", 0.01m, "1", false), ("[ppth]", 0.001m, "1", false), ("[ppm]", 0.000001m, "1", false), ("10*", 10, "1", false), ("10^", 10, "1", false),
        ("min", 60, "s", false), ("h", 60, "min", false), ("d", 24, "h", false), ("wk", 7, "d", false), ("a", 365.25m, "d", false), ("mo", 30.4375m, "d", false),
        ("C", 1, "A.s", true), ("Hz", 1, "s-1", true), ("N", 1000, "g.m.s-2", true), ("Pa", 1, "N.m-2", true), ("J", 1, "N.m", true), ("W", 1, "J/s", true), ("V", 1, "J/C", true),
        ("Ohm", 1, "V/A", true), ("S", 1, "Ohm-1", true), ("F", 1, "C/V", true), ("Wb", 1, "V.s", true), ("T", 1, "Wb/m2", true), ("H", 1, "Wb/A", true), ("sr", 1, "rad2", true),
        ("lm", 1, "cd.sr", true), ("lx", 1, "lm/m2", true), ("Bq", 1, "s-1", true), ("Gy", 1, "J/kg", true), ("Sv", 1, "J/kg", true), ("kat", 1, "mol/s", true), ("U", 1, "umol/min", true),
        ("L", 0.001m, "m3", true), ("l", 0.001m, "m3", true), ("t", 1000, "kg", true), ("bar", 100000, "Pa", true), ("atm", 101325, "Pa", false), ("u", 1, "u", true),
        ("m[Hg]", 133322.387415m, "Pa", true), ("m[H2O]", 9806.65m, "Pa", true), ("cal", 4.184m, "J", true), ("eq", 1, "mol", true), ("osm", 1, "mol", true), ("M", 1, "mol/L", true),
        ("[in_i]", 2.54m, "cm", false), ("[ft_i]", 12, "[in_i]", false), ("[yd_i]", 3, "[ft_i]", false), ("[mi_i]", 1760, "[yd_i]", false),
        ("[gr]", 64.79891m, "mg", false), ("[lb_av]", 7000, "[gr]", false), ("[oz_av]", 437.5m, "[gr]", false), ("[gal_us]", 231, "[in_i]3", false), ("[foz_us]", 0.0078125m, "[gal_us]", false),
        ("[IU]", 1, "", true), ("[iU]", 1, "[IU]", true), ("[arb'U]", 1, "", false), ("bit", 1, "", true), ("By", 8, "bit", true), ("deg", 1, "", false),
        ("[pH]", 1, "", false), ("[CFU]", 1, "", false), ("[PFU]", 1, "", false), ("[drp]", 0.05m, "mL", false),
    ];

    private static readonly FrozenDictionary<string, int> Prefixes = "Y Z E P T G M k h da d c m u n p f a z y".Split(' ')
        .Zip([24, 21, 18, 15, 12, 9, 6, 3, 2, 1, -1, -2, -3, -6, -9, -12, -15, -18, -21, -24])
        .ToFrozenDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    private static readonly Dictionary<string, (Unit Unit, bool Metric)> Units = Build();

    /// <summary>The unit of a symbol with or without a prefix, or null.</summary>
    public static Unit? Find(string symbol) => Find(symbol, Units);

    private static Unit? Find(string symbol, Dictionary<string, (Unit Unit, bool Metric)> units)
    {
        if (units.TryGetValue(symbol, out var found))
            return found.Unit;
        for (var length = 1; length <= 2 && length < symbol.Length; length++)
        {
            if (Prefixes.TryGetValue(symbol[..length], out var power) && units.TryGetValue(symbol[length..], out found) && found.Metric)
                return found.Unit.Scale(Ratio.Of(10).Power(power));
        }

        return null;
    }

    private static Dictionary<string, (Unit Unit, bool Metric)> Build()
    {
        var units = new Dictionary<string, (Unit Unit, bool Metric)>(StringComparer.Ordinal);
        foreach (var (symbol, factor, of, metric) in Lines)
        {
            var defined = of.Length == 0 || of == symbol ? Unit.Base(symbol) : UnitParser.Parse(of, name => Find(name, units))!.Scale(Ratio.Of(factor));
            units.Add(symbol, (defined, metric));
        }

        units["Cel"] = (Unit.Base("K") with { Shift = Ratio.Of(273.15m) }, true);
        units["[degF]"] = (Unit.Base("K").Scale(Ratio.Of(5) / Ratio.Of(9)) with { Shift = Ratio.Of(459.67m) * Ratio.Of(5) / Ratio.Of(9) }, false);
        return units;
    }
}
