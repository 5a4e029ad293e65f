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
        var room = new DemoRoom(host.Services, host.Address);
        var told = new List<Bilingual>();
        Assert.True(await DemoStory.Tell(room, told.Add, Now));
        Assert.Equal(DemoStory.Steps.Select(step => step.Text), told);
        var events = await Events(host);
        Assert.True(events > 10);

        Assert.True(await DemoStory.Tell(room, told.Add, Now));
        Assert.Equal(DemoStory.Steps.Count, told.Count);
        Assert.Equal(events, await Events(host));
    }

    [Fact]
    public async Task telling_a_step_again_after_an_interruption_adds_nothing()
    {
        await using var host = await RunningWeb.Start(postgres);
        var room = new DemoRoom(host.Services, host.Address);
        await DemoStory.Tell(room, _ => { }, Now);
        var events = await Events(host);
        foreach (var step in DemoStory.Steps)
            await step.Tell(room, Now);
        Assert.Equal(events, await Events(host));
    }

    [Fact]
    public async Task a_database_with_other_data_is_left_alone()
    {
        await using var host = await RunningWeb.Start(postgres);
        await host.Services.GetRequiredService<AccountStore>().Create("real1", "Somebody", Role.Auditor, "a-long-enough-password", mustChange: false, "test", Now);
        Assert.False(await DemoStory.Tell(new DemoRoom(host.Services, host.Address), _ => { }, Now));
        Assert.Single(await host.Services.GetRequiredService<AccountStore>().List(Now));
        Assert.Equal(0, await Events(host));
    }

    [Fact]
    public async Task every_printed_sign_in_works()
    {
        await using var host = await RunningWeb.Start(postgres);
        await DemoStory.Tell(new DemoRoom(host.Services, host.Address), _ => { }, Now);
        var door = host.Services.GetRequiredService<PasswordDoor>();
        foreach (var (id, _, role) in DemoPeople.Officers)
        {
            Assert.Null(PasswordRules.Against(id, DemoPeople.Password));
            Assert.Equal(role, (await door.Open(id, DemoPeople.Password, null, Now))?.Role);
        }
    }

    private static async Task<long> Events(RunningWeb host)
    {
        await using var count = host.Services.GetRequiredService<Store>().Database.CreateCommand("select count(*) from mt_events");
        return (long)(await count.ExecuteScalarAsync(Now))!;
    }
}
