using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace RegenTrack.Domain.Tests;

/// <summary>Properties over a random source. A failure prints the seed; REGENTRACK_SEED repeats one.</summary>
internal static class Seeded
{
    public static void Check(Action<Random> property, int runs = 200)
    {
        string? fixedSeed = Environment.GetEnvironmentVariable("REGENTRACK_SEED");
        Arbitrary<int> seeds = fixedSeed is null
            ? ArbMap.Default.ArbFor<int>()
            : Gen.Constant(int.Parse(fixedSeed, CultureInfo.InvariantCulture)).ToArbitrary();
        Prop.ForAll(seeds, seed => Run(property, seed)).Check(Config.QuickThrowOnFailure.WithMaxTest(runs));
    }

    private static void Run(Action<Random> property, int seed)
    {
        try
        {
            property(new Random(seed));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Seed {seed}: {failure.Message}", failure);
        }
    }
}
