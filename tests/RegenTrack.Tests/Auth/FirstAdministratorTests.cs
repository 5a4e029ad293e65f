using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Domain.Kernel;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Auth;
using RegenTrack.Web.CommandLine;
using RegenTrack.Web.Host;

namespace RegenTrack.Tests.Auth;

/// <summary>How the first person gets into an empty installation.</summary>
public sealed class FirstAdministratorTests(PostgresFixture postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_command_line_prints_a_password_once_that_must_be_changed_at_the_first_sign_in()
    {
        await using var web = await RunningWeb.Start(postgres);
        var (exit, password, told) = await Run(web, "administrator", "--id", "kim-admin", "--name", "김관리");
        Assert.Equal((0, 16), (exit, password.Trim().Length));
        Assert.DoesNotContain(password.Trim(), told, StringComparison.Ordinal);

        using var visitor = web.Visitor();
        await visitor.SignIn("kim-admin", password.Trim());
        using var bound = await visitor.Get("/admin/accounts");
        Assert.Equal("/account/password", bound.Headers.Location?.OriginalString);
        using var changed = await visitor.Submit("/account/password", null, ("Current", password.Trim()), ("Fresh", RunningWeb.Password));
        await visitor.SignIn("kim-admin");
        Assert.Contains("계정 생성, 역할 시스템 관리자", await visitor.Read("/admin/accounts/kim-admin"), StringComparison.Ordinal);

        var again = await Run(web, "administrator", "--id", "second", "--name", "이관리");
        Assert.Equal((1, ""), (again.Exit, again.Output));
        Assert.Contains("There is an administrator already", again.Told, StringComparison.Ordinal);
        Assert.Null(await web.Services.GetRequiredService<AccountStore>().Find("second", Ct));
    }

    [Theory]
    [InlineData("A", "이름", "3 to 40 small letters")]
    [InlineData("abc", " ", "Enter a name")]
    [InlineData("abc", "900101-1234567", "resident registration number")]
    public async Task a_wrong_id_or_name_is_said_and_makes_nothing(string id, string name, string said)
    {
        await using var web = await RunningWeb.Start(postgres);
        var (exit, output, told) = await Run(web, "administrator", "--id", id, "--name", name);
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(said, told, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567", told, StringComparison.Ordinal);
        Assert.True(await web.Services.GetRequiredService<FirstAdministrator>().IsMissing(Ct));
    }

    [Fact]
    public async Task of_ten_who_ask_at_once_one_is_the_first()
    {
        await using var web = await RunningWeb.Start(postgres);
        var first = web.Services.GetRequiredService<FirstAdministrator>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => first.Create($"admin-{number}", "관리자", PasswordRules.Generate(), Ct)));
        Assert.Single(outcomes, FirstAdministrator.Outcome.Created);
        Assert.Equal(9, outcomes.Count(outcome => outcome == FirstAdministrator.Outcome.ThereIsOne));
        Assert.Single(await web.Services.GetRequiredService<AccountStore>().List(Ct));
    }

    [Fact]
    public async Task an_id_that_somebody_has_is_left_to_them()
    {
        await using var web = await RunningWeb.Start(postgres);
        await web.Account(Role.Auditor, "taken");
        Assert.Equal(FirstAdministrator.Outcome.IdTaken, await web.Services.GetRequiredService<FirstAdministrator>().Create("taken", "관리자", PasswordRules.Generate(), Ct));
        Assert.Equal(Role.Auditor, (await web.Services.GetRequiredService<AccountStore>().Find("taken", Ct))!.Role);
    }

    [Theory]
    [InlineData("/home/kim/regentrack/src/RegenTrack.Web", "/usr/bin/dotnet", "dotnet run --no-build --project '/home/kim/regentrack/src/RegenTrack.Web' --")]
    [InlineData(null, "/usr/bin/dotnet", "dotnet '/opt/regentrack/RegenTrack.Web.dll'")]
    [InlineData(null, "/opt/regentrack/RegenTrack.Web", "'/opt/regentrack/RegenTrack.Web'")]
    [InlineData(null, null, "dotnet '/opt/regentrack/RegenTrack.Web.dll'")]
    public void the_program_tells_how_to_call_it(string? project, string? process, string expected) =>
        Assert.Equal(expected, OwnCommand.Of(project, process, "/opt/regentrack/RegenTrack.Web.dll"));

    private static async Task<(int Exit, string Output, string Told)> Run(RunningWeb web, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RegenTrackHost).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__RegenTrack"] = web.ConnectionString;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Ct);
        var told = process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output, await told);
    }
}
