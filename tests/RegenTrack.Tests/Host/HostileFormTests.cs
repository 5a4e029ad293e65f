using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using RegenTrack.Tests.Auth;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Web.Demo;

namespace RegenTrack.Tests.Host;

/// <summary>Whatever somebody puts into an address or a form of a page of the demo, it is answered; the server never fails.</summary>
public sealed partial class HostileFormTests(PostgresFixture postgres)
{
    private const int MostPages = 40;

    private static readonly string[] Asides = ["\0", "9999-12-31", "-1", "|"];
    private static readonly string[] Texts = ["\0", "", "|", "99", "\ud800"];
    private static readonly string[] Days = ["0001-01-01", "9999-12-31"];
    private static readonly string[] Instants = ["0001-01-01T00:00", "9999-12-31T23:59"];
    private static readonly string[] Numbers = ["-1", "2147483647", "79228162514264337593543950335", "1e300"];

    // They would end the visit.
    private static readonly string[] Left = ["/sign-out", "/account/password", "/documents", "/preferences"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task no_value_of_an_address_or_a_form_makes_the_server_fail()
    {
        await using var host = await RunningWeb.Start(postgres);
        await DemoStory.Tell(host.Services, host.Address, _ => { }, Ct);
        var names = (await EveryPage.Of(host.Services)).SelectMany(page => Asked(page.Model)).Distinct().ToList();
        var (failed, forms, asked) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<string>(), new HashSet<string>());
        foreach (var (officer, _, _) in DemoPeople.Officers)
        {
            using var visitor = host.Visitor();
            await visitor.SignIn(officer, DemoPeople.Password);
            foreach (var (path, html) in await Pages(visitor))
            {
                foreach (var value in asked.Add(path) ? Asides : [])
                {
                    using var answer = await visitor.Get($"{path}?{string.Join('&', names.Select(name => $"{name}={Uri.EscapeDataString(value)}"))}");
                    Note(answer.StatusCode, $"GET {path} {value}", failed);
                }

                foreach (var form in PageForm.On(path, html).Where(form => !Left.Any(form.Action.StartsWith) && forms.Add(form.Kind)))
                    foreach (var (name, value) in form.Fields.Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal)).SelectMany(field => Odd(field.Value).Select(odd => (field.Name, odd))))
                    {
                        using var answer = await visitor.Post(form.Action, form.With(name, value));
                        Note(answer.StatusCode, $"POST {form.Action} {name} = {value}", failed);
                    }
            }
        }

        Assert.True(forms.Count > 20, $"only {forms.Count} forms were found");
        Assert.Equal([], failed);
    }

    private static string[] Odd(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", out _) ? Days : DateTime.TryParseExact(value, "yyyy-MM-dd'T'HH:mm", null, default, out _) ? Instants : long.TryParse(value, out _) ? Numbers : Texts;

    private static void Note(HttpStatusCode status, string what, SortedSet<string> failed)
    {
        if ((int)status >= 500)
            failed.Add($"{(int)status} {what.Replace('\0', '0')}");
    }

    private static async Task<List<(string Path, string Html)>> Pages(Visitor visitor)
    {
        var (found, open) = (new List<(string, string)>(), new Queue<string>(["/"]));
        var known = new HashSet<string>(open);
        while (open.TryDequeue(out var path) && found.Count < MostPages)
        {
            using var answer = await visitor.Get(path);
            var html = await answer.Content.ReadAsStringAsync(Ct);
            if (answer.StatusCode == HttpStatusCode.OK)
                found.Add((path, html));
            IEnumerable<string> links = answer.Headers.Location is { } elsewhere ? [elsewhere.OriginalString] : Links().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value));
            foreach (var link in links.Select(link => link.Split('?', '#')[0]).Where(link => !link.Contains('.', StringComparison.Ordinal) && !Left.Any(link.StartsWith) && known.Add(link)))
                open.Enqueue(link);
        }

        return found;
    }

    private static IEnumerable<string> Asked(Type model) => model.GetProperties().Where(property => property.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet == true).Select(property => property.Name)
        .Concat(model.GetMethods().Where(method => method.Name.StartsWith("OnGet", StringComparison.Ordinal)).SelectMany(method => method.GetParameters()).Where(parameter => parameter.ParameterType != typeof(CancellationToken)).Select(parameter => parameter.Name!));

    [GeneratedRegex("<a[^>]*?href=\"(/[^\"]*)\"")]
    private static partial Regex Links();
}
