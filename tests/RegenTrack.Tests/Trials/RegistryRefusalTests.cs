using System.Text;
using RegenTrack.Domain.Kernel;
using RegenTrack.Interop.Trials.ClinicalTrialsGov;

namespace RegenTrack.Tests.Trials;

/// <summary>What cannot be read whole is refused by its name, with the place and what to do.</summary>
public sealed class RegistryRefusalTests
{
    public static TheoryData<string> FullStudies => [.. RegistryFiles.Of("api-v1-fullstudy-json", "*.json")];

    public static TheoryData<string> StudyFields => [.. RegistryFiles.Of("api-v1-fields-json", "*.json")];

    private static Refusal Refused(byte[] document)
    {
        RegistryReading reading = RegistryRecordReader.Read(document);
        Assert.Null(reading.Record);
        return Assert.Single(reading.Problems);
    }

    private static Refusal Refused(string document) => Refused(Encoding.UTF8.GetBytes(document));

    [Theory]
    [MemberData(nameof(StudyFields))]
    public void the_retired_fields_format_is_named_and_refused(string file)
    {
        Refusal refusal = Refused(RegistryFiles.Bytes("api-v1-fields-json", file));
        Assert.Equal("registry-shape", refusal.Code);
        Assert.Contains("StudyFields", refusal.Message.Korean, StringComparison.Ordinal);
        Assert.Contains("Download", refusal.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FullStudies))]
    public void the_retired_full_studies_format_is_named_and_refused(string file) =>
        Assert.Contains("full-studies format of API v1", Refused(RegistryFiles.Bytes("api-v1-fullstudy-json", file)).Message.English, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "registry-empty")]
    [InlineData("  \n", "registry-empty")]
    [InlineData("%PDF-1.7", "registry-format-unknown")]
    [InlineData("[]", "registry-shape")]
    [InlineData("{\"studies\":[]}", "registry-shape")]
    [InlineData("{\"resourceType\":\"ResearchStudy\"}", "registry-shape")]
    [InlineData("{\"protocolSection\":{\"note\":\"900101-1234567\"}}", "resident-registration-number")]
    [InlineData("<search_results/>", "registry-shape")]
    [InlineData("{\"protocolSection\":{},\"protocolSection\":{}}", "registry-malformed")]
    public void another_shape_is_refused(string document, string code) => Assert.Equal(code, Refused(document).Code);

    [Theory]
    [InlineData("legacy-xml", "NCT02535364.xml")]
    [InlineData("api-v2-json", "NCT02552212.json")]
    public void a_truncated_file_is_refused_with_the_line_where_it_breaks(string shape, string file)
    {
        byte[] whole = RegistryFiles.Bytes(shape, file);
        Refusal refusal = Refused(whole[..(whole.Length * 2 / 3)]);
        Assert.Equal("registry-malformed", refusal.Code);
        Assert.Matches("line [0-9]{3,}", refusal.Message.English);
    }

    [Fact]
    public void an_entity_bomb_is_refused_before_it_expands()
    {
        const string bomb = """
            <?xml version="1.0"?>
            <!DOCTYPE clinical_study [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
            <clinical_study><id_info><nct_id>&c;</nct_id></id_info></clinical_study>
            """;
        Assert.Equal("registry-document-type", Refused(bomb).Code);
    }

    [Fact]
    public void a_file_of_the_reader_s_machine_cannot_be_drawn_in() =>
        Assert.Equal("registry-document-type", Refused("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><clinical_study><brief_title>&e;</brief_title></clinical_study>").Code);

    [Fact]
    public void nesting_without_end_is_refused() =>
        Assert.Equal("registry-malformed", Refused("{\"protocolSection\":" + string.Concat(Enumerable.Repeat("[", 10_000))).Code);

    [Fact]
    public void more_than_the_limit_is_refused() =>
        Assert.Equal("registry-too-large", Refused(new byte[RegistryRecordReader.MaximumLength + 1]).Code);

    [Fact]
    public void every_wrong_value_is_named_by_its_path()
    {
        RegistryReading reading = RegistryRecordReader.Read(Encoding.UTF8.GetBytes(
            """{"protocolSection":{"identificationModule":{"nctId":"NCT09000001","briefTitle":{}},"designModule":{"phases":["PHASE9"]}},"resultsSection":{"outcomeMeasuresModule":{"outcomeMeasures":[{"type":"MAIN","title":"t","groups":{}}]}}}"""));
        Assert.Null(reading.Record);
        Assert.Equal(
            [
                "$.protocolSection.designModule.phases: registry-value-unknown",
                "$.protocolSection.identificationModule.briefTitle: registry-value-kind",
                "$.protocolSection.identificationModule.briefTitle: registry-value-missing",
                "$.resultsSection.outcomeMeasuresModule.outcomeMeasures[0].groups: registry-value-kind",
                "$.resultsSection.outcomeMeasuresModule.outcomeMeasures[0].type: registry-value-unknown",
            ],
            reading.Problems.Select(problem => $"{problem.Message.English.Split(' ')[0]} {problem.Code}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void a_wrong_value_in_xml_is_named_by_element_and_line() =>
        Assert.Contains("(line 2)", Refused("<clinical_study><id_info><nct_id>NCT09000001</nct_id></id_info><brief_title>t</brief_title><clinical_results><outcome_list>\n<outcome><title>t</title><type>Main</type></outcome></outcome_list></clinical_results></clinical_study>").Message.English, StringComparison.Ordinal);
}
