using System.Collections.Concurrent;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Host;

/// <summary>A hospital's system that sends one trial with a result after another, and does not always know what became of the last one.</summary>
internal sealed class TrialSender(int number, int seed)
{
    private const string Study = "urn:uuid:00000000-0000-4000-8000-000000000001";
    private const string Cells = "urn:uuid:00000000-0000-4000-8000-00000000000a";
    private const string Kind = "https://regentrack.example/fhir/CodeSystem/trial-result";
    private readonly Random _random = new(seed);

    /// <summary>Registry numbers of all trials that were sent.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>The answer to each that was answered.</summary>
    public ConcurrentDictionary<string, string> Acknowledged { get; } = [];

    /// <summary>Sends until the connection breaks.</summary>
    public async Task Work(HospitalClient hospital)
    {
        try
        {
            while (true)
            {
                // One that was not answered is sent again, or left as it is.
                if (Sent.Count == 0 || Acknowledged.ContainsKey(Sent[^1]) || _random.Next(2) == 0)
                    Sent.Add($"NCT9{number}{Sent.Count:000000}");
                Acknowledged[Sent[^1]] = await Deliver(hospital, Sent[^1]);
            }
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            // Killed under it.
        }
    }

    /// <returns>What was made, as the server names it.</returns>
    public static async Task<string> Deliver(HospitalClient hospital, string trial)
    {
        var answer = await hospital.Post("", Bundle(trial), $"send-{trial}");
        Assert.True(answer.Status == 200, answer.Body.ToString());
        return answer.Body.ToString();
    }

    private static string Bundle(string trial) => $$$"""
        {"resourceType":"Bundle","type":"transaction","entry":[
        {"fullUrl":"{{{Study}}}","resource":{"resourceType":"ResearchStudy","identifier":[{"value":"{{{trial}}}"}],"title":"Synthetic cells","status":"completed",
          "phase":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/research-study-phase","code":"phase-3"}]}},"request":{"method":"POST","url":"ResearchStudy"}},
        {"fullUrl":"{{{Cells}}}","resource":{"resourceType":"Group","type":"person","actual":true,"name":"Cells","quantity":121},"request":{"method":"POST","url":"Group"}},
        {"resource":{"resourceType":"Observation","status":"final","category":[{"coding":[{"system":"{{{Kind}}}","code":"serious-total"}]}],"code":{"text":"Serious adverse events"},
          "subject":{"reference":"{{{Cells}}}"},"focus":[{"reference":"{{{Study}}}"}],
          "component":[{"code":{"coding":[{"system":"{{{Kind}}}-component","code":"affected"}]},"valueInteger":6},{"code":{"coding":[{"system":"{{{Kind}}}-component","code":"at-risk"}]},"valueInteger":120}]},
          "request":{"method":"POST","url":"Observation"}}]}
        """;
}
