using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Applications;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Treatments;

namespace RegenTrack.Tests.Safety;

public sealed class OfficerPagesTests(PostgresFixture postgres, ChromiumFixture chromium)
{
    private static readonly string[] SafetyPages = ["/safety", "/safety/events/ae-a", "/treatments", "/treatments/case-a", "/sandbox"];
    private static readonly string[] SandboxPages = ["/sandbox", "/sandbox/grants", "/sandbox/grants/grant-a-hanbit", "/sandbox/grants/new"];

    [Theory]
    [InlineData("ko", 390)]
    [InlineData("en", 1280)]
    public async Task the_pages_of_safety_and_sandbox_are_accessible_in_both_languages_and_widths(string language, int width)
    {
        await using var context = await chromium.Open(width);
        await using var web = await Told();
        await context.Prefer(web.Address, language, highContrast: false);
        var page = await context.NewPageAsync();
        foreach (var (role, paths) in new[] { (Role.SafetyOfficer, SafetyPages), (Role.SandboxOfficer, SandboxPages) })
        {
            await page.SignIn(web.Address, await web.Account(role));
            foreach (var path in paths)
            {
                await page.GotoAsync(new Uri(web.Address, path).ToString());
                await page.ShouldBeAccessible();
                await page.Picture($"{role}-{path.Trim('/').Replace('/', '-')}-{language}-{width}");
            }

            await context.ClearCookiesAsync();
            await context.Prefer(web.Address, language, highContrast: false);
        }
    }

    [Fact]
    public async Task an_event_page_names_lot_donor_shipment_log_and_the_others_of_the_lot()
    {
        await using var web = await Told();
        using var officer = await web.SignedIn(Role.SafetyOfficer);
        var html = await officer.Read("/safety/events/ae-a");
        foreach (var fact in new[] { "lot-a", "NB-D-7", "shipment-1", "SYN-1", "subj-b", "DL-12" })
            Assert.Contains(fact, html, StringComparison.Ordinal);
        Assert.Contains("법정 기한 아님", html, StringComparison.Ordinal);
        Assert.Contains("/safety/events/ae-a", await officer.Read("/safety?filter=serious"), StringComparison.Ordinal);
        Assert.DoesNotContain("/safety/events/ae-a", await officer.Read("/safety?filter=other"), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await officer.Get("/safety/events/none")).StatusCode);
    }

    [Fact]
    public async Task who_only_reads_the_sandbox_can_change_nothing()
    {
        await using var web = await Told();
        using var reader = await web.SignedIn(Role.SafetyOfficer);
        var html = await reader.Read("/sandbox/grants/grant-a-hanbit");
        Assert.DoesNotContain("<form method=\"post\" novalidate", html, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await reader.Get("/sandbox/grants/new")).StatusCode);
        var token = await reader.Hidden("/safety", "__RequestVerificationToken");
        var refused = await reader.Send("/sandbox/grants/grant-a-hanbit", "Start", token, ("StartedOn", "2026-07-06"));
        Assert.Equal(404, (int)refused.StatusCode);
    }

    private async Task<RunningWeb> Told()
    {
        var web = await RunningWeb.Start(postgres);
        var app = new TestApp((ServiceProvider)web.Services, web.Time);
        var story = new TreatmentStory(app);
        await story.Prepare();
        foreach (var id in new[] { "a", "b" })
        {
            await story.Enrol(id);
            await story.Give(id);
        }

        await app.Accept(TreatmentStory.Event("a"), Story.Hospital);
        await app.Accept(TreatmentStory.Event("b", serious: false), Story.Hospital);
        return web;
    }
}
