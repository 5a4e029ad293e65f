using RegenTrack.Domain.Cells.Labels;

namespace RegenTrack.Tests.Cells;

public sealed class IsbtExamplesTests
{
    [Fact]
    public void every_example_of_the_standards_is_read()
    {
        var rows = SharedData.Lines("isbt128/isbt128-strings.tsv").Skip(1).Select(line => line.Split('\t')).ToList();
        var donations = rows.Where(row => row[1].StartsWith("DIN", StringComparison.Ordinal) || row[1].StartsWith("Compound", StringComparison.Ordinal) || row[1].Contains("European", StringComparison.Ordinal) || row[1].StartsWith("SEC", StringComparison.Ordinal)).ToList();

        Assert.Equal(10, donations.Count);
        Assert.All(donations, row => Assert.NotNull(LabelScan.Read(row[0]).Scan?.Donation));
        Assert.All(rows.Except(donations), row => Assert.Equal("label-without-donation-number", LabelScan.Read(row[0]).Refusal?.Code));
    }
}
