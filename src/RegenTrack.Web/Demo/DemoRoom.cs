using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Fhir.Json;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Demo;

/// <summary>What a step of the story has at hand: officers send commands as their pages do, hospitals post FHIR to the running server.</summary>
/// <param name="now">When the step was begun for the first time: told again, whenever that is, it says the same.</param>
public sealed class DemoRoom(IServiceProvider services, Uri address, DateTimeOffset now) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public IServiceProvider Services => services;

    public DateTimeOffset Now => now;

    /// <summary>An officer's command. Its id follows from the story, so that telling it again after an interruption writes nothing twice.</summary>
    public async Task Send<TCommand>(Actor actor, string moment, TCommand command, CancellationToken cancellation)
        where TCommand : notnull
    {
        var outcome = await services.GetRequiredService<IMediator>().Send(new Envelope<TCommand>(command, actor, Id(moment)), cancellation);
        if (outcome is not CommandOutcome.Accepted)
            throw new DemoStoppedException($"{moment}: {Words(outcome)}");
    }

    /// <summary>What the demo's hospital posts to the FHIR API, at the base (a Bundle) or under a type; answers the places of what was made.</summary>
    public async Task<IReadOnlyList<string>> Post(string moment, string type, JsonObject resource, CancellationToken cancellation)
    {
        var system = await services.GetRequiredService<ClientStore>().Find(DemoPeople.Hospital, cancellation) ?? throw new DemoStoppedException($"{moment}: {DemoPeople.Hospital}");
        using var content = new ByteArrayContent(resource.ToFhir()) { Headers = { ContentType = new MediaTypeHeaderValue("application/fhir+json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"fhir/{type}".TrimEnd('/'), UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await services.GetRequiredService<AccessTokens>().Issue(system, cancellation));
        request.Headers.Add("Idempotency-Key", Id(moment));
        using var answer = await _http.SendAsync(request, cancellation);
        var body = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation));
        if (!answer.IsSuccessStatusCode)
            throw new DemoStoppedException($"{moment}: {(int)answer.StatusCode} {Words(body)}");
        return body.Text("resourceType") == "Bundle"
            ? [.. body.Items("entry").Select(entry => entry.Text("response", "location") ?? "")]
            : [$"{type}/{body.Text("id")}"];
    }

    public void Dispose() => _http.Dispose();

    internal static string Id(string moment) => $"demo-{moment}";

    private static string Words(JsonElement outcome) =>
        string.Join(" ", outcome.Items("issue").Select(issue => $"{issue.Items("details", "coding").FirstOrDefault().Text("code")} ({issue.Items("expression").FirstOrDefault()})"));

    private static string Words(CommandOutcome outcome) => outcome switch
    {
        CommandOutcome.Refused refused => Words(refused.Refusals),
        CommandOutcome.Invalid invalid => Words(invalid.Refusals),
        _ => outcome.GetType().Name,
    };

    private static string Words(IReadOnlyList<Refusal> refusals) => string.Join(" ", refusals.Select(refusal => $"{refusal.Code} ({refusal.Field}): {refusal.Message.English}"));
}

/// <summary>The story could not go on: the program refuses what the story tells.</summary>
public sealed class DemoStoppedException(string message) : Exception(message);
