using System.Globalization;
using RegenTrack.Benchmarks.Micro;
using RegenTrack.Benchmarks.Scenarios;
using RegenTrack.Benchmarks.Scenarios.Bars;
using RegenTrack.Benchmarks.Scenarios.Search;

const int Rounds = 7;

return args switch
{
    ["cold-start", var program] => await ColdStart.Measure(program),
    ["fhir-start"] => FhirStart.Measure(),
    ["micro", .. var filters] => MicroRun.Measure(filters),
    ["search", .. var size] => await SearchBars.Measure(size is [var resources, ..] ? int.Parse(resources, CultureInfo.InvariantCulture) : 300_000, size is [_, var times] ? int.Parse(times, CultureInfo.InvariantCulture) : 400),
    ["load", .. var size] => await LoadBars.Measure(size is [var resources, ..] ? int.Parse(resources, CultureInfo.InvariantCulture) : 300_000, Rounds),
    ["store", .. var rest] => await StoreBars.Measure(rest is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : Rounds, rest is [_, var only] ? only : null),
    _ => await StoryThroughput.Measure(args is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : Rounds),
};
