using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Tests.Notices;

/// <summary>A hospital's endpoint: keeps what it is sent and answers as it is told.</summary>
internal sealed class Listener(WebApplication app) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentQueue<Heard> _heard = new();

    public string Address { get; } = $"{app.Urls.First()}/notices";

    public IReadOnlyList<Heard> All => [.. _heard];

    /// <summary>Which status each message is answered with, after how long.</summary>
    public Func<Heard, Task<int>> Answer { get; set; } = _ => Task.FromResult(200);

    public static async Task<Listener> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        Listener? listener = null;
        app.MapPost("/notices", (HttpContext http) => listener!.Hear(http));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return listener = new Listener(app);
    }

    /// <summary>Waits until so many messages of a kind have come, and returns them all.</summary>
    public async Task<IReadOnlyList<Heard>> Wait(string kind, int count)
    {
        var since = Environment.TickCount64;
        while (All.Count(one => one.Kind == kind) < count)
        {
            Assert.True(Environment.TickCount64 - since < Patience.TotalMilliseconds, $"{count} of {kind} were expected, came: {string.Join(' ', All.Select(one => one.Kind))}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return [.. All.Where(one => one.Kind == kind)];
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    private async Task Hear(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        // Whatever is sent is itself valid R4.
        var document = FhirDocument.Parse(body.ToArray());
        var heard = new Heard(document.Root.Clone(), [.. document.Issues.Select(issue => issue.Code)], http.Request.Headers.Authorization.ToString(), DateTimeOffset.UtcNow);
        _heard.Enqueue(heard);
        http.Response.StatusCode = await Answer(heard);
        if (http.Response.StatusCode == 302)
            http.Response.Headers.Location = "http://169.254.169.254/latest/meta-data";
    }
}

/// <summary>A message that came.</summary>
internal sealed record Heard(JsonElement Bundle, IReadOnlyList<string> Faults, string Authorization, DateTimeOffset At)
{
    public JsonElement Status => Bundle.Items("entry").First().At("resource")!.Value;

    public string Kind => Value("type").Text("valueCode")!;

    public string State => Value("status").Text("valueCode")!;

    public IReadOnlyList<string> Numbers => [.. Events.Select(one => Part(one, "event-number").Text("valueString")!)];

    public IReadOnlyList<string?> Focus => [.. Events.Select(one => Part(one, "focus").Text("valueReference", "reference"))];

    public JsonElement Value(string name) => Status.Items("parameter").FirstOrDefault(parameter => parameter.Text("name") == name);

    private IEnumerable<JsonElement> Events => Status.Items("parameter").Where(parameter => parameter.Text("name") == "notification-event");

    private static JsonElement Part(JsonElement parameter, string name) => parameter.Items("part").FirstOrDefault(part => part.Text("name") == name);
}
