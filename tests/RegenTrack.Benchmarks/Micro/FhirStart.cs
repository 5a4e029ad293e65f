using System.Diagnostics;
using System.Globalization;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Validation;

namespace RegenTrack.Benchmarks.Micro;

/// <summary>How long the definitions take until they answer, and what they cost when every profile and value set has been used. Once a process: a second measurement would find them loaded.</summary>
internal static class FhirStart
{
    private const double LongestMilliseconds = 300;
    private const double MostMegabytes = 120;

    public static int Measure()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var validator = new Validator();
        var resources = R4.Definitions.ResourceTypes.Count();
        var ready = watch.Elapsed.TotalMilliseconds;

        watch.Restart();
        validator.Validate(FhirDocument.Parse(FhirSamples.Of(FhirSample.Lot)));
        var first = watch.Elapsed.TotalMilliseconds;

        var patient = FhirDocument.Parse("""{"resourceType":"Patient"}"""u8.ToArray());
        var structures = Catalogue.R4.All("StructureDefinition").Select(one => one.Text("url")!).ToList();
        structures.ForEach(url => validator.Validate(patient, url));
        var sets = Catalogue.R4.All("ValueSet").Count(one => Catalogue.R4.Codes(one.Text("url")!) is not null);
        var parameters = Catalogue.R4.All("SearchParameter").Count();
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (1024.0 * 1024);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready {ready:0} ms ({resources} resource types), first validation {first:0} ms; {structures.Count} structures, {sets} value sets, {parameters} search parameters in use: {megabytes:0} MB"));
        return ready <= LongestMilliseconds && megabytes <= MostMegabytes ? 0 : 1;
    }
}
