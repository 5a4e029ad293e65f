using System.Text.RegularExpressions;
using RegenTrack.Submissions.Forms;
using RegenTrack.Submissions.Rendering;

namespace RegenTrack.Tests.Submissions;

public sealed class ArchivalTests(Typesetting typesetting) : IClassFixture<Typesetting>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Forms => ["application", "notice"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task a_form_declares_pdf_a_3a_and_brings_its_colour_profile(string form)
    {
        var pdf = new PdfObjects((await Set(form)).Pdf.Span);

        Assert.Contains("<pdfaid:part>3</pdfaid:part>", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("/OutputIntents", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("/DestOutputProfile", pdf.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task a_form_is_tagged_and_says_its_language(string form)
    {
        var pdf = new PdfObjects((await Set(form)).Pdf.Span);

        Assert.Matches(@"/MarkInfo\s*<<[^>]*/Marked true", pdf.Text);
        Assert.Contains("/StructTreeRoot", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("/Lang (ko-KR)", pdf.Text, StringComparison.Ordinal);
        Assert.Matches(@"/S\s*/Table\b", pdf.Text);
        Assert.Matches(@"/S\s*/H1\b", pdf.Text);
    }

    [Fact]
    public async Task check_boxes_say_in_words_which_of_them_are_checked()
    {
        var suitable = new PdfObjects((await Set("notice")).Pdf.Span).Alternatives();
        var unsuitable = new PdfObjects((await typesetting.Renderer.Set(SyntheticForms.Notice with { Result = "unsuitable", Validity = null }, Cancellation)).Pdf.Span).Alternatives();

        // Field (four), risk class (three), result (two), one sandbox exemption.
        Assert.Equal("x--- --x x- x", Marks(suitable));
        Assert.Equal("x--- --x -x x", Marks(unsuitable));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task every_font_is_embedded_and_is_the_shipped_typeface(string form)
    {
        var pdf = new PdfObjects((await Set(form)).Pdf.Span);
        var fonts = pdf.Dictionaries("/FontDescriptor").Where(body => body.Contains("/FontName", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(fonts);
        Assert.All(fonts, font =>
        {
            Assert.Matches("/FontFile[23]", font);
            Assert.Matches(@"/FontName\s*/[A-Z]{6}\+PretendardGOV-", font);
        });
        Assert.Equal(Regex.Count(pdf.Text, @"/Subtype\s*/Type0\b"), Regex.Count(pdf.Text, "/ToUnicode"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task the_data_is_attached_as_its_source_byte_for_byte(string form)
    {
        var pdf = new PdfObjects((await Set(form)).Pdf.Span);

        Assert.Matches(@"/AFRelationship\s*/Source", pdf.Text);
        Assert.Matches(@"/UF?\s*\((TreatmentPlanApplication|ReviewResultNotice)\.json\)", pdf.Text);
        Assert.Equal(Json(form), Assert.Single(pdf.Streams("/EmbeddedFile")));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task the_creation_time_is_that_of_the_fact(string form)
    {
        var pdf = new PdfObjects((await Set(form)).Pdf.Span);
        var expected = form == "application" ? "2026-06-10T01:30:00Z" : "2026-11-20T06:00:00Z";

        Assert.Contains($"<xmp:CreateDate>{expected}</xmp:CreateDate>", pdf.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task two_processes_give_the_same_bytes(string form)
    {
        using var other = new TypstRenderer();

        Assert.Equal((await Set(form)).Sha256, (await Set(form, other)).Sha256);
    }

    [Fact]
    public async Task another_value_gives_another_document()
    {
        var changed = SyntheticForms.Notice with { Opinion = "다른 의견" };

        Assert.NotEqual((await Set("notice")).Sha256, (await typesetting.Renderer.Set(changed, Cancellation)).Sha256);
    }

    private static string Marks(IReadOnlyList<string> alternatives)
    {
        Assert.Equal(10, alternatives.Count);
        var marks = string.Concat(alternatives.Select(text => text == "선택됨 (checked)" ? 'x' : '-'));
        return $"{marks[..4]} {marks[4..7]} {marks[7..9]} {marks[9..]}";
    }

    private static byte[] Json(string form) => form == "application" ? SyntheticForms.Application.Json() : SyntheticForms.Notice.Json();

    private Task<RenderedDocument> Set(string form, IDocumentRenderer? renderer = null) => form == "application"
        ? (renderer ?? typesetting.Renderer).Set(SyntheticForms.Application, Cancellation)
        : (renderer ?? typesetting.Renderer).Set(SyntheticForms.Notice, Cancellation);
}
