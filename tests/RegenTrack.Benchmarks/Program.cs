using System.Globalization;
using RegenTrack.Benchmarks.Micro;
using RegenTrack.Benchmarks.Scenarios;
using RegenTrack.Benchmarks.Scenarios.Bars;

const int Rounds = 7;

return args switch
{
    ["cold-start", var program] => await ColdStart.Measure(program),
    ["fhir-start"] => FhirStart.Measure(),
    ["micro", .. var filters] => MicroRun.Measure(filters),
    ["store", .. var rest] => await StoreBars.Measure(rest is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : Rounds, rest is [_, var only] ? only : null),
    _ => await StoryThroughput.Measure(args is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : Rounds),
};
