using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Demo;

public sealed class DemoStoryTests(PostgresFixture postgres)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_story_is_told_once_with_progress_and_a_second_start_adds_nothing()
    {
        await using var host = await RunningWeb.Start(postgres);
        var told = new List<Bilingual>();
        Assert.True(await DemoStory.Tell(host.Services, host.Address, told.Add, Now));
        Assert.Equal(DemoStory.Steps.Select(step => step.Text), told);
        var events = await Events(host);
        Assert.True(events > 100, $"{events}");

        Assert.True(await DemoStory.Tell(host.Services, host.Address, told.Add, Now));
        Assert.Equal(DemoStory.Steps.Count, told.Count);
        Assert.Equal(events, await Events(host));
    }

    [Fact]
    public async Task the_hospital_does_its_part_through_its_own_door()
    {
        await using var host = await RunningWeb.Start(postgres);
        await DemoStory.Tell(host.Services, host.Address, _ => { }, Now);

        Assert.Equal(
            ["administration_recorded_v1 3", "adverse_event_reported_v1 1", "application_supplement_answered_v1 1", "subject_enrolled_v1 3", "treatment_plan_submitted_v1 3", "trial_registered_v1 1", "trial_results_recorded_v1 1"],
            await Rows(host, "select type || ' ' || count(*) from mt_events where user_name = 'demo-hospital' group by type order by type"));

        // What only the FHIR door leaves behind: people in the vault, and the file that came along with the plan.
        Assert.Equal(["principal-investigator 3", "treating-doctors 3", "treatment 3"], await Rows(host, "select purpose || ' ' || count(*) from identity_vault group by purpose order by purpose"));
        Assert.Equal(["동의서(가상).txt"], await Rows(host, "select file_name from attachment where media_type = 'text/plain' and file_name not like 'synthetic-%'"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(400)]
    public async Task telling_every_step_again_however_much_later_adds_nothing(int days)
    {
        await using var host = await RunningWeb.Start(postgres);
        await DemoStory.Tell(host.Services, host.Address, _ => { }, Now);
        var events = await Events(host);
        await Rows(host, "with gone as (delete from demo_step returning name) select name from gone");
        host.Time.Advance(TimeSpan.FromDays(days));

        Assert.True(await DemoStory.Tell(host.Services, host.Address, _ => { }, Now));

        Assert.Equal(events, await Events(host));
        Assert.Equal(DemoStory.Steps.Count, (await Rows(host, "select name from demo_step")).Count);
    }

    [Fact]
    public async Task a_story_interrupted_again_and_again_with_days_between_ends_as_one_told_at_once()
    {
        await using var whole = await RunningWeb.Start(postgres);
        await DemoStory.Tell(whole.Services, whole.Address, _ => { }, Now);

        await using var host = await RunningWeb.Start(postgres);
        for (var patience = 20; !await Told(host, patience); patience += 35)
            host.Time.Advance(TimeSpan.FromDays(2));

        const string counts = "select type || ' ' || count(*) from mt_events group by type order by type";
        Assert.Equal(await Rows(whole, counts), await Rows(host, counts));
    }

    [Fact]
    public async Task a_database_with_other_data_is_left_alone()
    {
        await using var host = await RunningWeb.Start(postgres);
        await host.Services.GetRequiredService<AccountStore>().Create("real1", "Somebody", Role.Auditor, "a-long-enough-password", mustChange: false, "test", Now);
        Assert.False(await DemoStory.Tell(host.Services, host.Address, _ => { }, Now));
        Assert.Single(await host.Services.GetRequiredService<AccountStore>().List(Now));
        Assert.Equal(0, await Events(host));
    }

    [Fact]
    public async Task every_printed_sign_in_works()
    {
        await using var host = await RunningWeb.Start(postgres);
        await DemoStory.Tell(host.Services, host.Address, _ => { }, Now);
        var door = host.Services.GetRequiredService<PasswordDoor>();
        foreach (var (id, _, role) in DemoPeople.Officers)
        {
            Assert.Null(PasswordRules.Against(id, DemoPeople.Password));
            Assert.Equal(role, (await door.Open(id, DemoPeople.Password, null, Now))?.Role);
        }
    }

    private static async Task<bool> Told(RunningWeb host, int patience)
    {
        try
        {
            return await DemoStory.Tell(new Impatient(host.Services, patience), host.Address, _ => { }, Now);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task<long> Events(RunningWeb host) => long.Parse((await Rows(host, "select count(*)::text from mt_events"))[0], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<List<string>> Rows(RunningWeb host, string sql)
    {
        await using var command = host.Services.GetRequiredService<Store>().Database.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(Now);
        List<string> all = [];
        while (await rows.ReadAsync(Now))
            all.Add(rows.GetString(0));
        return all;
    }

    /// <summary>Services that fail after having been asked a number of times: the story is interrupted somewhere.</summary>
    private sealed class Impatient(IServiceProvider services, int patience) : IServiceProvider
    {
        private int _asked;

        public object? GetService(Type type) => ++_asked > patience ? throw new TimeoutException() : services.GetService(type);
    }
}
