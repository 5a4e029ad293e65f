using System.Globalization;
using RegenTrack.Web.Database;

namespace RegenTrack.Benchmarks.Scenarios.Search;

/// <summary>
/// What searches cost over HTTP, each with the record of its access, in turn with the same by hand-written SQL, alone and with the same total and record, and with the same search beside few resources.
/// </summary>
internal static class SearchBars
{
    private const int Small = 3_000;
    private const double LatestMs = 50;
    private const double OverRaw = 2;
    private const double OverSmall = 3;

    public static async Task<int> Measure(int resources, int rounds)
    {
        var home = Path.Combine(Path.GetTempPath(), $"regentrack-search-bench-{Guid.NewGuid():n}");
        await using var server = await EmbeddedPostgres.Start(home, null, CancellationToken.None);
        var met = true;
        await using (var small = await SearchSite.Open(server, "small", Small))
        await using (var large = await SearchSite.Open(server, "large", resources))
        {
            // Everything is asked before, so that a program that has just started is not what is measured.
            foreach (var question in SearchQuestion.All)
                await Ask(small, large, question, rounds / 2);

            Console.WriteLine($"| {resources} resources | p50 ms | p95 ms | raw SQL p50 ms | p50 ÷ raw | raw SQL with total and record p50 ms | p50 ÷ these | p50 at {Small} ms | p50 ÷ this |\n|---|---|---|---|---|---|---|---|---|");
            foreach (var question in SearchQuestion.All)
                met &= Report(question.Name, await Ask(small, large, question, rounds));
            met &= Report("deep page, by date", await Deep(small, large, rounds));
        }

        await server.DisposeAsync();
        Directory.Delete(home, recursive: true);
        return met ? 0 : 1;
    }

    private static async Task<Times> Ask(SearchSite small, SearchSite large, SearchQuestion question, int rounds)
    {
        var (asked, raw, whole, few) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var random = new Random(777);
        for (var round = -rounds / 10; round < rounds; round++)
        {
            var patient = Patient(large, random);
            var (one, other) = (await large.Get("/fhir/" + question.Address(patient)), await large.Raw(question, patient));
            if (one.Found != other.Found)
                throw new InvalidOperationException($"{question.Name}: {one.Found} resources, by raw SQL {other.Found}, of patient {patient}.");
            var (also, least) = (await large.Whole(question, patient), await small.Get("/fhir/" + question.Address(Patient(small, random))));
            if (round < 0)
                continue;
            asked.Add(one.Milliseconds);
            raw.Add(other.Milliseconds);
            whole.Add(also.Milliseconds);
            few.Add(least.Milliseconds);
        }

        return new Times(asked, few) { Raw = raw, Whole = whole };
    }

    /// <summary>One of the asking institution.</summary>
    private static int Patient(SearchSite site, Random random) => random.Next(site.Patients / SyntheticResources.Institutions) * SyntheticResources.Institutions;

    /// <summary>The page that the cursor of a page far behind leads to; beside few resources, of the last page there is.</summary>
    private static async Task<Times> Deep(SearchSite small, SearchSite large, int rounds)
    {
        var (far, last) = (await Behind(large), await Behind(small));
        var (asked, few) = (new List<double>(), new List<double>());
        for (var round = -rounds / 10; round < rounds; round++)
        {
            var (one, other) = (await large.Get(far), await small.Get(last));
            if (round < 0)
                continue;
            asked.Add(one.Milliseconds);
            few.Add(other.Milliseconds);
        }

        return new Times(asked, few);
    }

    private static async Task<string> Behind(SearchSite site)
    {
        var address = "/fhir/Observation?status=final&_sort=-date&_count=20";
        for (var page = 0; page < SearchQuestion.Deep && await site.Next(address) is { } next; page++)
            address = next;
        return address;
    }

    private static bool Report(string name, Times times)
    {
        var (asked, few, raw, whole) = (At(times.Asked, 50), At(times.Few, 50), times.Raw is null ? (double?)null : At(times.Raw, 50), times.Whole is null ? (double?)null : At(times.Whole, 50));
        var late = At(times.Asked, 95);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {asked:0.00} | {late:0.00} | {raw:0.00} | {asked / raw:0.00} | {whole:0.00} | {asked / whole:0.00} | {few:0.00} | {asked / few:0.00} |"));
        return late <= LatestMs && (whole is null || asked / whole <= OverRaw) && asked / few <= OverSmall;
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt(times.Count * percent / 100);

    /// <summary>Milliseconds of each round.</summary>
    private sealed record Times(List<double> Asked, List<double> Few)
    {
        public List<double>? Raw { get; init; }

        public List<double>? Whole { get; init; }
    }
}
