namespace RegenTrack.Fhir.Tests.Guide;

/// <summary>What a hospital sends here it can also send wherever KR Core is spoken.</summary>
public sealed class KrCoreTests
{
    private const string KrCore = "http://www.hl7korea.or.kr/fhir/krcore/StructureDefinition/krcore-";

    [Theory]
    [InlineData("treatment-subject", "patient")]
    [InlineData("institution", "organization")]
    [InlineData("institution", "healthcare-organization")]
    [InlineData("investigator", "practitioner")]
    [InlineData("investigator", "medical-doctor")]
    [InlineData("investigator-role", "practitioner-role")]
    [InlineData("investigator-role", "medical-doctor-role")]
    [InlineData("treatment", "procedure")]
    public void an_example_of_ours_is_valid_for_kr_core_too(string profile, string theirs)
    {
        var example = FhirDocument.Parse(File.ReadAllBytes(GuideFiles.Examples(profile, "valid-1").Single()));
        Assert.Empty(OtherGuides.KrCore.Validate(example, KrCore + theirs));
    }

    [Theory]
    [InlineData("treatment-subject", "invalid-no-value", "patient", "profile-min")]
    [InlineData("institution", "invalid-no-hira", "healthcare-organization", "profile-min")]
    [InlineData("investigator", "invalid-no-name", "practitioner", "profile-min")]
    [InlineData("investigator-role", "invalid-not-a-doctor", "medical-doctor-role", "profile-min")]
    public void what_kr_core_refuses_is_refused(string profile, string file, string theirs, string code)
    {
        var example = FhirDocument.Parse(File.ReadAllBytes(GuideFiles.Examples(profile, file).Single()));
        Assert.Contains(OtherGuides.KrCore.Validate(example, KrCore + theirs), issue => issue.IsError && issue.Code == code && issue.English.Length > 0);
    }
}
