using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace RegenTrack.Benchmarks.Scenarios.Search;

/// <summary>One of a hospital's systems at work; the same for the same number.</summary>
internal sealed class LoadClient(HttpClient http, int number, int patients)
{
    private const int Together = 50;

    private static readonly string Padding = string.Concat(Enumerable.Repeat("가나다라 synthetic ", 30));

    private readonly Random random = new(number);
    private readonly List<string> devices = [];
    private int made;

    /// <summary>One transaction; gives how many resources it stored.</summary>
    public async Task<int> Transact()
    {
        var entries = Enumerable.Range(0, Together).Select(_ => $$"""{"fullUrl":"urn:uuid:{{NewId()}}","resource":{{Device(null)}},"request":{"method":"POST","url":"Device"} }""");
        await Send(HttpMethod.Post, "/fhir", $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}""", HttpStatusCode.OK);
        return Together;
    }

    /// <summary>Four requests, one of each kind, in an order of chance.</summary>
    public async Task<int> Mix()
    {
        if (devices.Count == 0)
            await Create();
        var steps = new Func<Task>[] { Create, Read, Update, Search };
        random.Shuffle(steps);
        foreach (var step in steps)
            await step();
        return steps.Length;
    }

    /// <summary>Milliseconds of single reads.</summary>
    public async Task<List<double>> Reads(int count)
    {
        var times = new List<double>();
        for (var index = 0; index < count; index++)
        {
            var started = Stopwatch.GetTimestamp();
            await Read();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times;
    }

    private async Task Create() => devices.Add((await Send(HttpMethod.Post, "/fhir/Device", Device(null), HttpStatusCode.Created))!.AbsolutePath.Split('/')[3]);

    private Task<Uri?> Read() => Send(HttpMethod.Get, $"/fhir/Observation/o{OwnPatient()}", null, HttpStatusCode.OK);

    private Task<Uri?> Update()
    {
        var id = devices[random.Next(devices.Count)];
        return Send(HttpMethod.Put, $"/fhir/Device/{id}", Device(id), HttpStatusCode.OK);
    }

    private Task<Uri?> Search() => Send(HttpMethod.Get, $"/fhir/Observation?subject=Patient/p{OwnPatient()}", null, HttpStatusCode.OK);

    private int OwnPatient() => random.Next(patients / SyntheticResources.Institutions) * SyntheticResources.Institutions;

    private string Device(string? id) => $$"""
        {"resourceType":"Device",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"identifier":[{"system":"urn:serial","value":"S-{{number}}-{{made++}}"}],"status":"active","manufacturer":"가상","serialNumber":"S-{{number}}-{{made}}","type":{"coding":[{"system":"urn:type","code":"logger"}]},"note":[{"text":"{{Padding}}"}]}
        """;

    private string NewId() => new Guid(number, 0, 0, BitConverter.GetBytes((long)made++)).ToString("d", CultureInfo.InvariantCulture);

    private async Task<Uri?> Send(HttpMethod method, string address, string? body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/fhir+json"));
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == expected ? answer.Headers.Location : throw new InvalidOperationException($"{method} {address}: {answer.StatusCode} {text[..Math.Min(text.Length, 600)]}");
    }
}
