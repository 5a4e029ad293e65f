using System.Net;
using System.Text.RegularExpressions;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Cells;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Pages.Shared;

namespace RegenTrack.Tests.Auth;

/// <summary>No page offers its reader a way that ends in "not found".</summary>
public sealed partial class LinkTests(LinkTests.Told told) : IClassFixture<LinkTests.Told>
{
    public static TheoryData<Role> Roles => [.. RoleNames.OfPeople];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task every_link_that_a_role_is_shown_leads_somewhere(Role role)
    {
        using var visitor = told.Web.Visitor();
        await visitor.SignIn(await told.Web.Account(role, role == Role.Expert ? Story.Expert.Id : null));
        var (seen, ahead) = (new HashSet<string> { "/" }, new Queue<string>(["/"]));
        var dead = new List<string>();
        while (ahead.TryDequeue(out var path))
        {
            using var page = await visitor.Get(path);
            if (page.StatusCode != HttpStatusCode.OK)
                dead.Add($"{path}: {page.StatusCode}");
            else if (page.Content.Headers.ContentType?.MediaType == "text/html")
                foreach (var link in Links().Matches(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)))
                    if (seen.Add(link))
                        ahead.Enqueue(link);
        }

        Assert.Empty(dead);
        Assert.True(seen.Count > 3, $"Only {seen.Count} links were followed.");
    }

    [GeneratedRegex("<a [^>]*href=\"(/[^\"#]*)")]
    private static partial Regex Links();

    /// <summary>A host on which an application is with its expert and a shipment has arrived.</summary>
    public sealed class Told(PostgresFixture postgres) : IAsyncLifetime
    {
        public RunningWeb Web { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Web = await RunningWeb.Start(postgres);
            var story = new Story(Web.Services);
            await story.Prepare();
            await story.Deliberation("plan-1");
            var cells = new CellsStory(Web.Services);
            await cells.Announce();
            await cells.Arrive();
        }

        public ValueTask DisposeAsync() => Web.DisposeAsync();
    }
}
