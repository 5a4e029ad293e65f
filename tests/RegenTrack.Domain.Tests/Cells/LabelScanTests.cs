using RegenTrack.Domain.Cells.Labels;

namespace RegenTrack.Domain.Tests.Cells;

public sealed class LabelScanTests
{
    [Fact]
    public void a_compound_message_gives_donation_product_division_and_expiry()
    {
        var (scan, refusal) = LabelScan.Read("=+04000=/A9997XYZ100T0479=A99991712345600=,000012=>019031");

        Assert.Null(refusal);
        Assert.Equal("A999917123456", scan!.Donation!.Number.Value);
        Assert.Equal("A9997XYZ100T0479", scan.Product);
        Assert.Equal("000012", scan.Division);
        Assert.Equal(new DateOnly(2019, 1, 31), scan.Expiry);
    }

    [Theory]
    [InlineData("PL001499Z549917123456 A00T041600320171231", "PL001499", "Z549917123456", "00T0416", "003", "2017-12-31")]
    [InlineData("&,4PL001499Z549917123456A00T041600320181231", "PL001499", "Z549917123456", "00T0416", "003", "2018-12-31")]
    [InlineData("DK001122V000217133133 A00T017400020220620", "DK001122", "V000217133133", "00T0174", "000", "2022-06-20")]
    public void a_single_european_code_is_taken_apart(string text, string establishment, string donation, string product, string split, string expiry)
    {
        var code = SingleEuropeanCode.Read(text)!;

        Assert.Equal((establishment, donation, product, split), (code.Establishment, code.Donation, code.Product, code.Split));
        Assert.Equal(DateOnly.Parse(expiry, System.Globalization.CultureInfo.InvariantCulture), code.Expiry);
        Assert.Equal(donation, LabelScan.Read(text).Scan!.Donation!.Number.Value);
    }

    [Theory]
    [InlineData("=/A9997XYZ100T0479")]
    [InlineData("=,000012")]
    [InlineData("=>019031")]
    [InlineData("=%5100")]
    public void a_label_without_a_donation_number_identifies_nothing(string text)
    {
        Assert.Equal("label-without-donation-number", LabelScan.Read(text).Refusal!.Code);
    }
}
