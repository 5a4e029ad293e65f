using System.Runtime.CompilerServices;
using RegenTrack.Submissions.Forms;

namespace RegenTrack.Tests.Submissions;

/// <summary>The printed text of each form against the text kept beside this file. A wanted change: delete the kept file, run once, read the new one.</summary>
public sealed class GoldenTextTests(Typesetting typesetting) : IClassFixture<Typesetting>
{
    [Fact]
    public Task the_treatment_plan_application_prints_as_kept() => PrintsAsKept(SyntheticForms.Application, "treatment-plan-application.txt");

    [Fact]
    public Task the_review_result_notice_prints_as_kept() => PrintsAsKept(SyntheticForms.Notice, "review-result-notice.txt");

    [Fact]
    public Task an_unsuitable_result_prints_without_a_validity() => PrintsAsKept(
        SyntheticForms.Notice with { Result = "unsuitable", Validity = null, Evidence = [], OtherOpinion = null, Fields = ["cell", "gene"] },
        "review-result-notice-unsuitable.txt");

    [Fact]
    public Task an_application_before_receipt_with_an_erased_applicant_prints_empty_cells() => PrintsAsKept(
        SyntheticForms.Application with { ReceiptNumber = null, ReceivedOn = null, Applicant = new(null, null, null), Period = null, Cells = null, SelfAssessedRisk = null, FiledOn = new DateOnly(2026, 5, 11) },
        "treatment-plan-application-before-receipt.txt");

    private async Task PrintsAsKept<TForm>(TForm form, string file, [CallerFilePath] string here = "")
        where TForm : IForm
    {
        Assert.SkipUnless(PrintedText.Available, "pdftotext (poppler-utils) is not installed; the printed text was not compared.");
        var cancellation = TestContext.Current.CancellationToken;
        var document = await typesetting.Renderer.Set(form, cancellation);
        var printed = await PrintedText.Of(document.Pdf, cancellation);
        var kept = Path.Combine(Path.GetDirectoryName(here)!, "Golden", file);
        if (!File.Exists(kept))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            await File.WriteAllTextAsync(kept, printed, cancellation);
            Assert.Fail($"{file} did not exist and was written. Read it, and commit it when it is right.");
        }

        Assert.Equal(await File.ReadAllTextAsync(kept, cancellation), printed);
    }
}
