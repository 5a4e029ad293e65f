using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Attachments;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.EventStore.Views;
using RegenTrack.Interop.Trials.ClinicalTrialsGov;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Trials;

public sealed class TrialImportTests(PostgresFixture postgres)
{
    private static readonly Actor Officer = new("sec1", Role.Secretariat);
    private static readonly TrialId Rocket = new("NCT02535364");
    private static readonly byte[] RocketFile = RegistryFiles.Bytes("legacy-xml", "NCT02535364.xml");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private static Task<ImportedTrial> Import(TestApp app, byte[] document, string command, Actor? actor = null) =>
        new TrialImport(app.Mediator, app.Services.GetRequiredService<AttachmentStore>()).Import(document, "file", actor ?? Officer, command, Now);

    private static async Task<int> Events(TestApp app) => (await app.Store.Reader.Read("trial", Rocket.Value, Now)).Count;

    [Fact]
    public async Task every_record_is_imported_and_shown_again_with_the_figures_of_its_source()
    {
        await using var app = await TestApp.Start(postgres);
        (string Shape, string File)[] files = [.. RegistryFiles.Of("legacy-xml", "*.xml").Select(file => ("legacy-xml", file)), .. RegistryFiles.Of("api-v2-json", "*.json").Select(file => ("api-v2-json", file))];
        foreach ((string shape, string file) in files)
        {
            byte[] bytes = RegistryFiles.Bytes(shape, file);
            ImportedTrial imported = await Import(app, bytes, file);
            Assert.Empty(imported.Problems);
            RegistryRecord record = RegistryRecordReader.Read(bytes).Record!;
            EvidenceDetail? shown = await app.Mediator.Send(new ShowEvidence(Officer, record.Trial), Now);
            Assert.Equal(record.Evidence is not null, shown is not null);
            if (shown is null)
                continue;
            Assert.Equal(EvidenceFile.Write(record.Evidence!), EvidenceFile.Write(shown.Package));
            AttachmentContent? source = await app.Services.GetRequiredService<AttachmentStore>().Open(shown.Results.Source.Document, Now);
            Assert.Equal(bytes, source!.Bytes.ToArray());
        }

        TrialPage? page = await app.Mediator.Send(new ListTrials(Officer), Now);
        Assert.Equal(10, page!.Rows.Count);
        Assert.Equal(7, page.Rows.Count(row => row.ResultsStand));
    }

    [Fact]
    public async Task the_same_record_twice_writes_nothing_and_a_changed_one_is_the_next_version()
    {
        await using var app = await TestApp.Start(postgres);
        Assert.True((await Import(app, RocketFile, "first")).IsImported);
        Assert.Equal(2, await Events(app));
        Assert.True((await Import(app, RocketFile, "second")).IsImported);
        Assert.Equal(2, await Events(app));

        byte[] changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(RocketFile).Replace("subjects_affected=\"3\"", "subjects_affected=\"4\"", StringComparison.Ordinal));
        Assert.True((await Import(app, changed, "third")).IsImported);
        Assert.Equal(3, await Events(app));
        TrialDetail? detail = await app.Mediator.Send(new ShowTrial(Officer, Rocket), Now);
        Assert.Equal([1, 2], detail!.Trial.Results.Select(results => results.Number));
        Assert.Equal(1, (await app.Mediator.Send(new ShowEvidence(Officer, Rocket, 1), Now))!.Results.Number);
        Assert.Equal(2, (await app.Mediator.Send(new ShowEvidence(Officer, Rocket), Now))!.Results.Number);
        Assert.Null(await app.Mediator.Send(new ShowEvidence(Officer, Rocket, 3), Now));
    }

    [Fact]
    public async Task a_file_that_cannot_be_read_whole_leaves_nothing_behind()
    {
        await using var app = await TestApp.Start(postgres);
        ImportedTrial imported = await Import(app, RocketFile[..(RocketFile.Length / 2)], "cut");
        Assert.Equal("registry-malformed", Assert.Single(imported.Problems).Code);
        Assert.Equal(0, await Events(app));
    }

    [Fact]
    public async Task whoever_may_not_record_trials_is_told_so()
    {
        await using var app = await TestApp.Start(postgres);
        ImportedTrial imported = await Import(app, RocketFile, "inspector", new Actor("ins1", Role.Inspector));
        Assert.Equal("trial-import-forbidden", Assert.Single(imported.Problems).Code);
        Assert.Equal(0, await Events(app));
        Assert.Null(await app.Mediator.Send(new ListTrials(new Actor("ins1", Role.Inspector)), Now));
    }

    [Fact]
    public async Task figures_that_are_not_on_file_cannot_be_claimed()
    {
        await using var app = await TestApp.Start(postgres);
        await Import(app, RegistryFiles.Bytes("legacy-xml", "NCT00151216.xml"), "registration");
        Attachment other = await app.Services.GetRequiredService<AttachmentStore>().Save("{}"u8.ToArray(), "application/json", null, Now);
        var claim = new RecordTrialResults(new("NCT00151216"), other.Sha256, new("x", other.Sha256, null));
        var refused = Assert.IsType<App.Pipeline.CommandOutcome.Refused>(await app.Send(claim, Officer));
        Assert.Equal("evidence-package-absent", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public async Task the_list_pages_by_key_and_is_the_same_after_a_rebuild()
    {
        await using var app = await TestApp.Start(postgres);
        foreach (string file in RegistryFiles.Of("legacy-xml", "*.xml"))
            await Import(app, RegistryFiles.Bytes("legacy-xml", file), file);
        await app.Accept(new WithdrawTrialResults(Rocket, 1, "Retracted by the sponsor"), Officer);
        List<TrialRow> inline = await Walk(app);
        Assert.Equal(7, inline.Select(row => row.Id).Distinct().Count());
        Assert.False(inline.Single(row => row.Id == Rocket).ResultsStand);
        await ViewRebuild.Run(app.Store, app.Store.Views.Single(view => view is TrialList), null, Now);
        Assert.Equal(inline, await Walk(app));
    }

    private static async Task<List<TrialRow>> Walk(TestApp app)
    {
        var rows = new List<TrialRow>();
        string? after = null;
        do
        {
            TrialPage page = (await app.Mediator.Send(new ListTrials(Officer, after, 3), Now))!;
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        return rows;
    }
}
