using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Pipeline;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Treatments;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Treatments;

namespace RegenTrack.Tests.Vault;

public sealed class ErasureTests(PostgresFixture postgres)
{
    private const string Name = "가온누리나";
    private static readonly JsonElement Person = JsonElement.Parse($$"""{"resourceType":"Patient","name":[{"text":"{{Name}}"}],"birthDate":"1961-04-01"}""");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_identity_is_read_back_and_stands_in_the_clear_nowhere_in_the_database()
    {
        await using var app = await Enrolled();
        Assert.Equal(Person.GetRawText(), (await Vault(app).Get("subj-a", Ct))?.GetRawText());
        Assert.Empty(await Traces(app, Name));
        Assert.NotEmpty(await Traces(app, "subj-a"));
    }

    [Fact]
    public async Task erasing_is_refused_before_the_retention_is_over_and_by_another_institution()
    {
        await using var app = await Enrolled();
        var refused = Assert.IsType<CommandOutcome.Refused>(await app.Send(new EraseSubject(new("case-a")), Story.Hospital));
        Assert.Equal(("retention-not-over", "R5-3"), (refused.Refusals[0].Code, refused.Refusals[0].Rule?.Id));
        Assert.IsType<CommandOutcome.Absent>(await app.Send(new EraseSubject(new("case-a")), Story.Hospital with { Institution = "inst-saebyeok" }));
        Assert.NotNull(await Vault(app).Get("subj-a", Ct));
    }

    [Fact]
    public async Task erasing_is_recorded_and_leaves_no_trace_of_the_person_in_any_table()
    {
        await using var app = await Enrolled();
        var before = await Sealed(app);
        app.Time.MoveTo(new(2036, 7, 5, 0, 0, 0, TimeSpan.Zero));
        await app.Accept(new EraseSubject(new("case-a")), Story.Hospital);
        await app.Follow();
        Assert.Null(await Vault(app).Get("subj-a", Ct));
        Assert.Empty(await Traces(app, Name));
        Assert.Empty(await Traces(app, before.Sealed));
        Assert.Empty(await Traces(app, before.Wrapped));
        Assert.Equal("subject_erased_v1", await Scalar(app, "select type from mt_events order by seq_id desc limit 1"));
        await app.Accept(new EraseSubject(new("case-a")), Story.Hospital);
        Assert.Equal(1L, await Scalar(app, "select count(*) from mt_events where type = 'subject_erased_v1'"));
    }

    [Fact]
    public async Task what_is_sealed_for_one_reference_or_by_another_key_cannot_be_opened()
    {
        await using var app = await Enrolled();
        await Vault(app).Put("subj-b", "treatment", new(2030, 1, 1), Person, Ct);
        await Scalar(app, "update identity_vault a set sealed = b.sealed from identity_vault b where a.reference = 'subj-a' and b.reference = 'subj-b'");
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => Vault(app).Get("subj-a", Ct));
        var stranger = new IdentityVault(app.Store.Database, VaultKey.Create());
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => stranger.Get("subj-b", Ct));
    }

    private async Task<TestApp> Enrolled()
    {
        var app = await TestApp.Start(postgres);
        var story = new TreatmentStory(app);
        await story.Prepare();
        await story.Enrol("a");
        await Vault(app).Put("subj-a", "treatment", new(2036, 7, 3), Person, Ct);
        return app;
    }

    private static IdentityVault Vault(TestApp app) => app.Services.GetRequiredService<IdentityVault>();

    private static async Task<(string Sealed, string Wrapped)> Sealed(TestApp app) => (
        (string)(await Scalar(app, "select encode(sealed, 'hex') from identity_vault where reference = 'subj-a'"))!,
        (string)(await Scalar(app, "select encode(wrapped, 'hex') from vault_key where reference = 'subj-a'"))!);

    private static Task<IReadOnlyList<string>> Traces(TestApp app, string text) => Tests.Vault.Traces.Of(app.Store.Database, text);

    private static async Task<object?> Scalar(TestApp app, string sql)
    {
        await using var command = app.Store.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }
}
