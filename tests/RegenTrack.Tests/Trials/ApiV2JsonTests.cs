using System.Text.Json;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.Interop.Trials.ClinicalTrialsGov;

namespace RegenTrack.Tests.Trials;

/// <summary>Every API v2 record, counted independently in the raw JSON.</summary>
public sealed class ApiV2JsonTests
{
    public static TheoryData<string> Records => [.. RegistryFiles.Of("api-v2-json", "*.json")];

    private static (RegistryRecord Record, JsonElement Source) Read(string file)
    {
        byte[] bytes = RegistryFiles.Bytes("api-v2-json", file);
        RegistryReading reading = RegistryRecordReader.Read(bytes);
        Assert.Empty(reading.Problems);
        return (reading.Record!, JsonDocument.Parse(bytes).RootElement);
    }

    // Steps down a path of names, through every element of every array on the way.
    private static List<JsonElement> At(JsonElement from, string path)
    {
        List<JsonElement> here = [from];
        foreach (string name in path.Split('.'))
            here = [.. here.Where(element => element.TryGetProperty(name, out _)).Select(element => element.GetProperty(name)).SelectMany(element => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().ToArray() : [element])];
        return here;
    }

    private static IEnumerable<string?> Texts(JsonElement from, string path) => At(from, path).Select(element => element.ToString());

    [Fact]
    public void there_are_three_records() => Assert.Equal(3, Records.Count);

    [Theory]
    [MemberData(nameof(Records))]
    public void the_registration_agrees_with_the_source(string file)
    {
        (RegistryRecord record, JsonElement source) = Read(file);
        JsonElement protocol = source.GetProperty("protocolSection");
        Assert.Equal(Path.GetFileNameWithoutExtension(file), record.Trial.Value);
        Assert.Equal(Texts(protocol, "identificationModule.briefTitle").Single(), record.Registration.Title);
        Assert.Equal(Texts(protocol, "statusModule.overallStatus").Single(), record.Registration.Status);
        Assert.Equal(Texts(protocol, "designModule.enrollmentInfo.count").Single(), record.Registration.Enrolment!.Count.Text);
        Assert.Equal(At(protocol, "contactsLocationsModule.locations").Count, record.Registration.Sites.Count);
        Assert.Equal(At(protocol, "armsInterventionsModule.armGroups").Count, record.Registration.Arms.Count);
        Assert.Equal(At(protocol, "armsInterventionsModule.interventions").Count, record.Registration.Interventions.Count);
        Assert.Equal(Texts(protocol, "conditionsModule.conditions"), record.Registration.Conditions);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void every_count_of_the_results_agrees_with_the_source(string file)
    {
        (RegistryRecord record, JsonElement source) = Read(file);
        if (!source.TryGetProperty("resultsSection", out JsonElement results))
        {
            Assert.Null(record.Evidence);
            return;
        }

        Assert.Equal(
            new EvidenceCounts(
                At(results, "participantFlowModule.groups").Count,
                At(results, "participantFlowModule.periods.milestones.achievements").Count + At(results, "participantFlowModule.periods.dropWithdraws.reasons").Count,
                At(results, "baselineCharacteristicsModule.measures.classes.categories.measurements").Count,
                At(results, "outcomeMeasuresModule.outcomeMeasures").Count,
                Texts(results, "outcomeMeasuresModule.outcomeMeasures.type").Count(type => type == "PRIMARY"),
                At(results, "outcomeMeasuresModule.outcomeMeasures.classes.categories.measurements").Count,
                At(results, "outcomeMeasuresModule.outcomeMeasures.analyses").Count,
                At(results, "adverseEventsModule.eventGroups").Count,
                At(results, "adverseEventsModule.seriousEvents").Count,
                At(results, "adverseEventsModule.otherEvents").Count,
                At(results, "adverseEventsModule.seriousEvents.stats").Count + At(results, "adverseEventsModule.otherEvents.stats").Count),
            EvidenceCounts.Of(record.Evidence!));
        Assert.Empty(EvidenceConsistency.Check(record.Evidence!));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void every_value_is_the_source_s_own_text_in_the_source_s_order(string file)
    {
        (RegistryRecord record, JsonElement source) = Read(file);
        if (record.Evidence is not { } evidence)
            return;
        JsonElement results = source.GetProperty("resultsSection");
        Measurement[] measured = [.. evidence.Outcomes.SelectMany(outcome => outcome.Table?.Measurements ?? [])];
        const string measurements = "outcomeMeasuresModule.outcomeMeasures.classes.categories.measurements";
        Assert.Equal(Texts(results, $"{measurements}.value"), measured.Select(value => value.Value?.Text).Where(text => text is not null));
        Assert.Equal(Texts(results, $"{measurements}.spread"), measured.Select(value => value.Spread?.Text).Where(text => text is not null));
        Assert.Equal(Texts(results, $"{measurements}.upperLimit"), measured.Select(value => value.Upper?.Text).Where(text => text is not null));
        Analysis[] analyses = [.. evidence.Outcomes.SelectMany(outcome => outcome.Analyses)];
        Assert.Equal(Texts(results, "outcomeMeasuresModule.outcomeMeasures.analyses.pValue"), analyses.Select(analysis => analysis.P?.Text).Where(text => text is not null));
        Assert.Equal(Texts(results, "outcomeMeasuresModule.outcomeMeasures.analyses.paramValue"), analyses.Select(analysis => analysis.Estimate?.Text).Where(text => text is not null));
        Assert.Equal(Texts(results, "outcomeMeasuresModule.outcomeMeasures.analyses.ciLowerLimit"), analyses.Select(analysis => analysis.Lower?.Text).Where(text => text is not null));
        Assert.Equal(Texts(results, "adverseEventsModule.seriousEvents.stats.numAffected"), evidence.AdverseEvents!.Serious.SelectMany(term => term.Counts).Select(count => count.Affected!.Text));
        Assert.Equal(Texts(results, "adverseEventsModule.eventGroups.seriousNumAtRisk"), evidence.AdverseEvents.Groups.Select(group => group.Serious!.AtRisk!.Text));
    }

    [Fact]
    public void a_p_value_below_a_bound_keeps_its_relation()
    {
        Analysis first = Read("NCT02210780.json").Record.Evidence!.Outcomes.SelectMany(outcome => outcome.Analyses).First();
        Assert.Equal(("<0.0001", "<", 0.0001m, 34.0m), (first.P!.Text, first.P.Relation, first.P.Bound!.Value, first.Estimate!.Number!.Value));
    }

    [Fact]
    public void the_phase_is_read_and_none_is_invented()
    {
        Assert.Equal(TrialPhase.Phase3, Read("NCT02552212.json").Record.Registration.Phase);
        Assert.Equal(TrialPhase.NotStated, Read("NCT06171568.json").Record.Registration.Phase);
    }
}
