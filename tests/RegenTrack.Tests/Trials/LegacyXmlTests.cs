using System.Xml;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Interop.Trials.ClinicalTrialsGov;

namespace RegenTrack.Tests.Trials;

/// <summary>Every full-study XML record, counted independently by XPath.</summary>
public sealed class LegacyXmlTests
{
    public static TheoryData<string> Records => [.. RegistryFiles.Of("legacy-xml", "*.xml")];

    private static (RegistryRecord Record, XmlDocument Source) Read(string file)
    {
        byte[] bytes = RegistryFiles.Bytes("legacy-xml", file);
        RegistryReading reading = RegistryRecordReader.Read(bytes);
        Assert.Empty(reading.Problems);
        var source = new XmlDocument();
        source.Load(new MemoryStream(bytes));
        return (reading.Record!, source);
    }

    private static int Count(XmlDocument source, string path) => source.SelectNodes(path)!.Count;

    [Fact]
    public void there_are_seven_records() => Assert.Equal(7, Records.Count);

    [Theory]
    [MemberData(nameof(Records))]
    public void the_registration_agrees_with_the_source(string file)
    {
        (RegistryRecord record, XmlDocument source) = Read(file);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), record.Trial.Value);
        Assert.Equal(source.SelectSingleNode("/clinical_study/brief_title")!.InnerText, record.Registration.Title);
        Assert.Equal(source.SelectSingleNode("/clinical_study/overall_status")!.InnerText, record.Registration.Status);
        Assert.Equal(source.SelectSingleNode("/clinical_study/enrollment")?.InnerText, record.Registration.Enrolment?.Count.Text);
        Assert.Equal(Count(source, "/clinical_study/location"), record.Registration.Sites.Count);
        Assert.Equal(Count(source, "/clinical_study/arm_group"), record.Registration.Arms.Count);
        Assert.Equal(Count(source, "/clinical_study/intervention"), record.Registration.Interventions.Count);
        Assert.Equal(Count(source, "/clinical_study/condition"), record.Registration.Conditions.Count);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void every_count_of_the_results_agrees_with_the_source(string file)
    {
        (RegistryRecord record, XmlDocument source) = Read(file);
        const string results = "/clinical_study/clinical_results";
        if (Count(source, results) == 0)
        {
            Assert.Null(record.Evidence);
            return;
        }

        const string events = results + "/reported_events";
        const string term = "category_list/category[title!='Total']/event_list/event";
        Assert.Equal(
            new EvidenceCounts(
                Count(source, results + "/participant_flow/group_list/group"),
                Count(source, results + "/participant_flow//participants"),
                Count(source, results + "/baseline//measurement"),
                Count(source, results + "/outcome_list/outcome"),
                Count(source, results + "/outcome_list/outcome[type='Primary']"),
                Count(source, results + "/outcome_list//measurement"),
                Count(source, results + "/outcome_list//analysis"),
                Count(source, events + "/group_list/group"),
                Count(source, $"{events}/serious_events/{term}"),
                Count(source, $"{events}/other_events/{term}"),
                Count(source, $"{events}/*/{term}/counts")),
            EvidenceCounts.Of(record.Evidence!));
        Assert.Empty(EvidenceConsistency.Check(record.Evidence!));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void every_value_is_the_source_s_own_text_in_the_source_s_order(string file)
    {
        (RegistryRecord record, XmlDocument source) = Read(file);
        if (record.Evidence is not { } evidence)
            return;
        Assert.Equal(
            source.SelectNodes("//outcome_list//measurement/@value")!.Cast<XmlNode>().Select(node => node.Value),
            evidence.Outcomes.SelectMany(outcome => outcome.Table?.Measurements ?? []).Select(value => value.Value?.Text).Where(text => text is not null));
        Assert.Equal(
            source.SelectNodes("//outcome_list//measurement/@lower_limit")!.Cast<XmlNode>().Select(node => node.Value),
            evidence.Outcomes.SelectMany(outcome => outcome.Table?.Measurements ?? []).Select(value => value.Lower?.Text).Where(text => text is not null));
        Assert.Equal(
            source.SelectNodes("//reported_events//category[title!='Total']//counts/@subjects_affected")!.Cast<XmlNode>().Select(node => node.Value),
            evidence.AdverseEvents!.Serious.Concat(evidence.AdverseEvents.Other).SelectMany(row => row.Counts).Select(count => count.Affected?.Text));
        Assert.Equal(
            source.SelectNodes("//participant_flow//participants/@count")!.Cast<XmlNode>().Select(node => node.Value),
            evidence.Flow!.Periods.SelectMany(period => period.Milestones.Concat(period.DropReasons)).SelectMany(row => row.Counts).Select(count => count.Count?.Text));
    }

    [Fact]
    public void the_car_t_trial_keeps_its_remission_rate_its_deaths_and_why_it_stopped()
    {
        (RegistryRecord record, XmlDocument source) = Read("NCT02535364.xml");
        Assert.Equal("Safety reasons", record.Registration.WhyStopped);
        OutcomeMeasure primary = Assert.Single(record.Evidence!.Outcomes, outcome => outcome.Role == EndpointRole.Primary);
        XmlNode value = source.SelectSingleNode("//outcome[type='Primary']//measurement")!;
        Measurement rate = primary.Table!.Measurements.First();
        Assert.Equal((value.Attributes!["value"]!.Value, value.Attributes["lower_limit"]?.Value, value.Attributes["upper_limit"]?.Value), (rate.Value?.Text, rate.Lower?.Text, rate.Upper?.Text));
        XmlNode total = source.SelectSingleNode("//serious_events//event[sub_title='Total, serious adverse events']/counts")!;
        EventGroup group = Assert.Single(record.Evidence.AdverseEvents!.Groups);
        Assert.Equal((total.Attributes!["subjects_affected"]!.Value, total.Attributes["subjects_at_risk"]!.Value), (group.Serious!.Affected!.Text, group.Serious.AtRisk!.Text));
    }

    [Fact]
    public void totals_are_never_taken_for_terms_and_deaths_are_found_where_the_format_hides_them()
    {
        AdverseEventTable events = Read("NCT02438137.xml").Record.Evidence!.AdverseEvents!;
        Assert.DoesNotContain(events.Serious.Concat(events.Other), term => term.OrganSystem == "Total");
        Assert.Equal(["0", "0"], events.Groups.Select(group => group.Deaths!.Affected!.Text));
        Assert.Equal(["1", "1"], events.Groups.Select(group => group.Serious!.Affected!.Text));
    }
}
