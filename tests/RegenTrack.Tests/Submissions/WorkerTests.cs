using System.Diagnostics;
using System.Text.Json;
using RegenTrack.Submissions.Forms;
using RegenTrack.Submissions.Rendering;

namespace RegenTrack.Tests.Submissions;

public sealed class WorkerTests
{
    private static readonly DateTimeOffset Instant = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void no_process_runs_before_the_first_document()
    {
        using var renderer = new TypstRenderer(() => throw new RenderingException("asked too early"));

        Assert.Null(renderer.WorkerId);
    }

    [Fact]
    public async Task a_killed_process_is_replaced_and_the_document_is_the_same()
    {
        using var renderer = new TypstRenderer();
        var before = await renderer.Set(SyntheticForms.Notice, Cancellation);
        var killed = renderer.WorkerId!.Value;
        using (var process = Process.GetProcessById(killed))
        {
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        var after = await renderer.Set(SyntheticForms.Notice, Cancellation);

        Assert.NotEqual(killed, renderer.WorkerId);
        Assert.Equal(before.Sha256, after.Sha256);
    }

    [Fact]
    public async Task a_process_killed_under_way_is_replaced_within_the_same_request()
    {
        using var renderer = new TypstRenderer();
        await renderer.Set(SyntheticForms.Notice, Cancellation);
        using var process = Process.GetProcessById(renderer.WorkerId!.Value);

        var setting = renderer.Render(Template("#range(3000).map(number => [#number ]).sum()"), "{}"u8.ToArray(), Instant, Cancellation);
        process.Kill();

        Assert.NotEmpty((await setting).Pdf.ToArray());
    }

    [Fact]
    public async Task the_process_ends_with_its_renderer()
    {
        var renderer = new TypstRenderer();
        await renderer.Set(SyntheticForms.Notice, Cancellation);
        using var process = Process.GetProcessById(renderer.WorkerId!.Value);

        renderer.Dispose();

        await process.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }

    [Fact]
    public async Task missing_data_is_named_with_the_template_and_line()
    {
        using var renderer = new TypstRenderer();

        var refused = await Assert.ThrowsAsync<RenderingException>(() => renderer.Render(DocumentTemplate.Of("ReviewResultNotice"), """{"title":"x"}"""u8.ToArray(), Instant, Cancellation));

        Assert.Contains("ReviewResultNotice", refused.Message, StringComparison.Ordinal);
        Assert.Contains("does not contain key", refused.Message, StringComparison.Ordinal);
        Assert.Matches(@"template\.typ:\d+", refused.Message);
    }

    [Fact]
    public async Task a_code_outside_the_form_is_refused_and_the_next_document_is_set()
    {
        using var renderer = new TypstRenderer();

        var refused = await Assert.ThrowsAsync<RenderingException>(() => renderer.Set(SyntheticForms.Notice with { Result = "conditional" }, Cancellation));
        var next = await renderer.Set(SyntheticForms.Notice, Cancellation);

        Assert.Contains("suitable, unsuitable", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(next.Pdf.ToArray());
    }

    [Fact]
    public async Task a_plan_without_all_fifteen_items_is_refused()
    {
        using var renderer = new TypstRenderer();
        var form = SyntheticForms.Application with { Items = [.. SyntheticForms.Application.Items.Take(14)] };

        var refused = await Assert.ThrowsAsync<RenderingException>(() => renderer.Set(form, Cancellation));

        Assert.Contains("items 1 to 15", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task characters_that_the_typeface_lacks_are_printed_as_code_points_and_attached_unchanged()
    {
        using var renderer = new TypstRenderer();
        var form = SyntheticForms.Notice with { OtherOpinion = "표시 ☐ \U0001F9EC 끝" };

        var document = await renderer.Set(form, Cancellation);

        var pdf = new PdfObjects(document.Pdf.Span);
        using var attached = JsonDocument.Parse(Assert.Single(pdf.Streams("/EmbeddedFile")));
        Assert.Equal(form.OtherOpinion, attached.RootElement.GetProperty("otherOpinion").GetString());
        if (PrintedText.Available)
            Assert.Contains("[U+2610] [U+1F9EC]", await PrintedText.Of(document.Pdf, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_document_that_takes_too_long_is_stopped_and_the_next_one_is_set()
    {
        using var renderer = new TypstRenderer(timeout: TimeSpan.FromSeconds(5));
        var endless = Template("#{ let n = 0; for a in range(30000) { for b in range(30000) { n += 1 } } }");

        var stopped = await Assert.ThrowsAsync<RenderingException>(() => renderer.Render(endless, "{}"u8.ToArray(), Instant, Cancellation));
        var next = await renderer.Set(SyntheticForms.Notice, Cancellation);

        Assert.Contains("longer than 5 s", stopped.Message, StringComparison.Ordinal);
        Assert.NotEmpty(next.Pdf.ToArray());
    }

    [Fact]
    public async Task waiting_can_be_given_up_without_harm_to_the_next_document()
    {
        using var renderer = new TypstRenderer();
        using var impatient = new CancellationTokenSource();
        var first = renderer.Set(SyntheticForms.Application, impatient.Token);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.NotEmpty((await renderer.Set(SyntheticForms.Notice, Cancellation)).Pdf.ToArray());
    }

    [Fact]
    public async Task an_engine_that_is_not_installed_is_said_so()
    {
        using var renderer = new TypstRenderer(() => TypstInstallation.Find() with { Node = "no-such-node" });

        var refused = await Assert.ThrowsAsync<RenderingException>(() => renderer.Set(SyntheticForms.Notice, Cancellation));

        Assert.Contains("no-such-node", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Node 20", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_engine_that_cannot_start_says_its_last_words()
    {
        using var renderer = new TypstRenderer(() => TypstInstallation.Find() with { Modules = Path.Combine(Path.GetTempPath(), "no-such-modules") });

        var refused = await Assert.ThrowsAsync<RenderingException>(() => renderer.Set(SyntheticForms.Notice, Cancellation));

        Assert.Contains("died twice", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Cannot find module", refused.Message, StringComparison.Ordinal);
    }

    private static DocumentTemplate Template(string body) => new("Probe", "probe.typ", new Dictionary<string, string>
    {
        ["probe.typ"] = "#set document(title: \"probe\", date: datetime(year: 2026, month: 11, day: 20))\n#set text(font: \"Pretendard GOV\", fallback: false, lang: \"ko\")\n" + body,
    });
}
