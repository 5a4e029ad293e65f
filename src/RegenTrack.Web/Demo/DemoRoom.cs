using System.Net.Http.Headers;
using System.Text;
using MediatR;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Demo;

/// <summary>What a step of the story has at hand: officers send commands as their pages do, hospitals post FHIR to the running server.</summary>
public sealed class DemoRoom(IServiceProvider services, Uri address)
{
    public IServiceProvider Services => services;

    /// <summary>The hour that has begun: a step that is told again soon after says the same times.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour));
        }
    }

    /// <summary>An officer's command. Its id follows from the story, so that telling it again after an interruption writes nothing twice.</summary>
    public async Task Send<TCommand>(Actor actor, string moment, TCommand command, CancellationToken cancellation)
        where TCommand : notnull
    {
        var outcome = await services.GetRequiredService<IMediator>().Send(new Envelope<TCommand>(command, actor, $"demo-{moment}"), cancellation);
        if (outcome is not CommandOutcome.Accepted)
            throw new DemoStoppedException($"{moment}: {Words(outcome)}");
    }

    /// <summary>A hospital's request to the FHIR API; answers the body.</summary>
    public async Task<string> Post(string client, string moment, string path, string json, CancellationToken cancellation)
    {
        var system = await services.GetRequiredService<ClientStore>().Find(client, cancellation) ?? throw new DemoStoppedException($"{moment}: {client}");
        using var http = new HttpClient { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/fhir+json")),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await services.GetRequiredService<AccessTokens>().Issue(system, cancellation));
        request.Headers.Add("Idempotency-Key", $"demo-{moment}");
        using var answer = await http.SendAsync(request, cancellation);
        var body = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.IsSuccessStatusCode ? body : throw new DemoStoppedException($"{moment}: {(int)answer.StatusCode} {body}");
    }

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
