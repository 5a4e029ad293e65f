namespace RegenTrack.Fhir.Tests.Checking;

public class OfficialExamplesTests
{
    [Fact]
    public void every_official_example_is_structurally_valid()
    {
        var files = Directory.GetFiles(SharedData.PathOf("fhir-r4-examples"), "*.json");
        Assert.NotEmpty(files);
        var problems = new List<string>();
        foreach (var file in files)
        {
            var document = FhirDocument.Parse(File.ReadAllBytes(file));
            problems.AddRange(document.Issues.Select(issue => $"{Path.GetFileName(file)}({issue.Line},{issue.Column}) {issue.Expression}: {issue.Code} {issue.English}"));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }
}
