using RegenTrack.Domain.Cells.Labels;

namespace RegenTrack.Domain.Tests.Cells;

public sealed class DonationNumberEntryTests
{
    [Theory]
    [InlineData("=A99992612345600", "A999926123456", EntryAssurance.Scanned)]
    [InlineData("=A99992612345689", "A999926123456", EntryAssurance.Checked)]
    [InlineData("=G12341765432170", "G123417654321", EntryAssurance.Checked)]
    [InlineData("G1234 17 654321 A", "G123417654321", EntryAssurance.Checked)]
    [InlineData("A999917345628 *", "A999917345628", EntryAssurance.Checked)]
    [InlineData("A999926123456", "A999926123456", EntryAssurance.Unchecked)]
    [InlineData("A99992612345612", "A999926123456", EntryAssurance.Unchecked)]
    public void a_donation_number_is_read_without_its_flags(string text, string number, EntryAssurance assurance)
    {
        var (entry, refusal) = DonationNumberEntry.Read(text);

        Assert.Null(refusal);
        Assert.Equal(number, entry!.Number.Value);
        Assert.Equal(assurance, entry.Assurance);
    }

    [Theory]
    [InlineData("a999926123456T", "din-lower-case")]
    [InlineData("A999926123456U", "din-check-character-wrong")]
    [InlineData("=A99992612345688", "din-check-character-wrong")]
    [InlineData("A99992612345", "din-wrong-length")]
    [InlineData("=A999926123456", "din-wrong-length")]
    [InlineData("", "din-wrong-length")]
    [InlineData("A9O9926123456T", "din-malformed")]
    [InlineData("가999926123456T", "din-malformed")]
    public void what_is_no_donation_number_is_refused_with_what_to_do(string text, string code)
    {
        var (entry, refusal) = DonationNumberEntry.Read(text);

        Assert.Null(entry);
        Assert.Equal(code, refusal!.Code);
        Assert.Equal("Din", refusal.Field);
    }
}
