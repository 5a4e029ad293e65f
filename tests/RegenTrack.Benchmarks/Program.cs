using RegenTrack.Benchmarks.Micro;
using RegenTrack.Benchmarks.Scenarios;

return args is ["cold-start", var program]
    ? await ColdStart.Measure(program)
    : args is ["fhir-start"]
    ? FhirStart.Measure()
    : args is ["micro", .. var filters]
    ? MicroRun.Measure(filters)
    : await StoryThroughput.Measure(rounds: args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 7);
