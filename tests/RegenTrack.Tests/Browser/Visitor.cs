using System.Net;
using System.Text.RegularExpressions;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Browser;

/// <summary>A person's browser without JavaScript: keeps cookies, follows no redirect by itself, fills in forms as rendered.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="address">Of the host to visit.</param>
    /// <param name="cookies">Those of another visitor, when this one goes on where that one stopped.</param>
    public Visitor(Uri address, CookieContainer? cookies = null)
    {
        Cookies = cookies ?? new CookieContainer();
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public CookieContainer Cookies { get; }

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(new Uri(path, UriKind.Relative), Ct);

    public async Task<string> Read(string path)
    {
        using var response = await Get(path);
        return await response.Content.ReadAsStringAsync(Ct);
    }

    /// <summary>Opens the page and sends its form that has these fields, with everything hidden that the form carries.</summary>
    public async Task<HttpResponseMessage> Submit(string path, string? handler = null, params (string Name, string Value)[] fields) =>
        await Send(path, handler, await Hidden(path, handler is null ? "commandId" : $"handler={handler}"), fields);

    /// <summary>The hidden fields of the page's first form that contains the marker, as a page left open keeps them.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> Hidden(string path, string marker = "commandId")
    {
        var html = await Read(path);
        var form = Forms().Matches(html).Select(match => match.Value).First(form => form.Contains(marker, StringComparison.OrdinalIgnoreCase));
        return [.. HiddenFields().Matches(form).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))];
    }

    public Task<HttpResponseMessage> Send(string path, string? handler, IReadOnlyList<(string Name, string Value)> hidden, params (string Name, string Value)[] fields)
    {
        var target = handler is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
        // A ticked box precedes the hidden field of its name, as in a browser.
        return Post(target, [.. fields, .. hidden]);
    }

    public async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _http.PostAsync(new Uri(path, UriKind.Relative), content, Ct);
    }

    public async Task<HttpResponseMessage> TrySignIn(string account, string password) =>
        await Submit("/sign-in", null, ("Account", account), ("Password", password));

    public async Task SignIn(string account, string password = RunningWeb.Password)
    {
        using var response = await TrySignIn(account, password);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input(?=[^>]*type=\"hidden\")[^>]*?name=\"([^\"]+)\"[^>]*?value=\"([^\"]*)\"")]
    private static partial Regex HiddenFields();
}
