using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using RegenTrack.Fhir.FhirPath;

namespace RegenTrack.Fhir.Tests.FhirPath;

public partial class DocumentedFunctionTests
{
    private static string Page([CallerFilePath] string source = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "docs", "fhirpath.md"));

    [Fact]
    public void the_page_names_functions_that_there_are()
    {
        var table = Page().Split("## Functions")[1].Split("Not declared")[0];
        var names = Names().Matches(table).Select(match => match.Groups[1].Value).Where(name => name is not ("is" or "as" or "ofType")).ToList();
        Assert.True(names.Count > 80, $"only {names.Count}");
        Assert.All(names, name => Assert.NotEqual("unknown-function", Fault(name)));
        Assert.Equal("unknown-function", Fault("slice"));
    }

    [Fact]
    public void the_page_counts_the_official_cases_as_they_are()
    {
        var page = Page();
        Assert.All(OfficialCase.All.GroupBy(test => test.Group), group =>
            Assert.Contains($"| {group.Key} | {group.Count()} | {group.Count(test => test.Fault() is null)} |", page, StringComparison.Ordinal));
    }

    private static string? Fault(string function)
    {
        try
        {
            FhirPathExpression.Compile(function + "()");
            return null;
        }
        catch (FhirPathException fault)
        {
            return fault.Code;
        }
    }

    [GeneratedRegex("`([a-zA-Z]+)`")]
    private static partial Regex Names();
}
