using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Tests.Fixtures;

/// <summary>What a command came to, for the message of a test that expected something else.</summary>
internal static class OutcomeWords
{
    public static string Words(this CommandOutcome outcome) => outcome switch
    {
        CommandOutcome.Refused refused => Words(refused.Refusals),
        CommandOutcome.Invalid invalid => Words(invalid.Refusals),
        _ => outcome.ToString(),
    };

    private static string Words(IEnumerable<Refusal> refusals) => string.Join("; ", refusals.Select(refusal => $"{refusal.Code} ({refusal.Field}) {refusal.Message.English}"));
}
