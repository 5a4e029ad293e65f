using System.Diagnostics;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Search;

namespace RegenTrack.Fhir.Tests.Search;

public class OfficialParameterTests
{
    private static readonly SearchParameters Official = new(Catalogue.R4, TimeSpan.Zero);

    /// <summary>Without an expression, or by distance.</summary>
    private static readonly string[] NotServed = ["_text", "_content", "_query", "near", "_type", "_list", "_has", "_filter"];

    [Fact]
    public void every_official_parameter_compiles_and_fits_its_resource_types()
    {
        var (faults, read) = (new List<string>(), 0);
        foreach (var resource in Catalogue.R4.All("SearchParameter"))
        {
            if (SearchParameter.Read(resource) is not { } parameter)
            {
                Assert.Contains(resource.Text("code"), NotServed);
                continue;
            }

            read++;
            if (parameter.Bases is [var only])
                faults.AddRange(parameter.Expression.Check(only).Select(problem => $"{only} {parameter.Code}: {problem.Message}"));
            Assert.All(parameter.Bases.Where(type => type is not ("Resource" or "DomainResource")), type => Assert.Contains(parameter.Code, Official.For(type).Select(one => one.Code)));
        }

        Assert.True(read > 1300, $"only {read}");
        Assert.Equal([], faults);
    }

    [Fact]
    public void every_official_example_can_be_indexed()
    {
        var (keys, used) = (0, new HashSet<Type>());
        foreach (var file in Directory.GetFiles(SharedData.PathOf("fhir-r4-examples"), "*.json"))
        {
            var found = Official.Extract(JsonElement.Parse(File.ReadAllBytes(file)));
            Assert.NotEmpty(found);
            keys += found.Count;
            used.UnionWith(found.Select(key => key.GetType()));
        }

        Assert.True(keys > 1000, $"only {keys}");
        Assert.Equal(8, used.Count);
    }

    /// <summary>Extraction passes over parameters whose elements a resource has not; evaluating every expression passes over nothing.</summary>
    [Fact]
    public void no_parameter_is_passed_over_that_would_find_something()
    {
        var (context, without) = (new FhirPathContext { TrustsReferenceTypes = true }, 0);
        foreach (var file in Directory.GetFiles(SharedData.PathOf("fhir-r4-examples"), "*.json"))
        {
            var resource = JsonElement.Parse(File.ReadAllBytes(file));
            var found = Official.Extract(resource).Select(key => key.Parameter).ToHashSet();
            foreach (var parameter in Official.For(resource.Text("resourceType")!).Where(one => one.Type != SearchType.Composite && !found.Contains(one.Code)))
            {
                without++;
                Assert.False(parameter.Expression.Evaluate(PathItem.Of(resource), context).Any(IsIndexed), $"{Path.GetFileName(file)} {parameter.Code}");
            }
        }

        Assert.True(without > 1000, $"only {without}");
    }

    private static bool IsIndexed(PathItem item) =>
        item.TypeName is "code" or "id" or "uri" or "boolean" or "date" or "instant" or "Quantity" || (item.TypeName == "Reference" && item.Element.Text("reference") is not null);

    [Fact]
    public void mutated_examples_can_be_indexed_or_are_refused_by_the_structure_check()
    {
        const int Seed = 20261124;
        var random = new Random(Seed);
        var files = Directory.GetFiles(SharedData.PathOf("fhir-r4-examples"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(bytes => bytes.Length < 10_000).ToArray();
        var (indexed, watch) = (0, Stopwatch.StartNew());
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = files[random.Next(files.Length)].ToArray();
            for (var times = random.Next(1, 4); times > 0; times--)
                bytes[random.Next(bytes.Length)] = (byte)"\"0a1-[]{}:,\\ .Z"[random.Next(15)];
            var document = FhirDocument.Parse(bytes);
            if (document.Root.ValueKind != JsonValueKind.Object)
                continue;
            indexed++;
            Official.Extract(document.Root);
        }

        Assert.True(indexed > 1_000, $"only {indexed}, seed {Seed}");
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"took {watch.Elapsed}, seed {Seed}");
    }
}
