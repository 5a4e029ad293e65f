using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Fhir.Exports;

/// <summary>A hospital's system that exports, as the Bulk Data guide has it.</summary>
internal sealed class ExportingClient(HospitalClient hospital, RunningWeb host)
{
    public static async Task<ExportingClient> SignIn(RunningWeb host, string client, string institution) => new(await HospitalClient.SignIn(host, client, institution), host);

    public HospitalClient Hospital => hospital;

    /// <summary>Where the export's state is told, relative to the FHIR base.</summary>
    public async Task<string> Begin(string path)
    {
        using var answer = await Raw(HttpMethod.Get, path, ("Prefer", "respond-async"));
        Assert.True((int)answer.StatusCode == 202, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.Content.Headers.ContentLocation!.ToString().Split("/fhir/")[1];
    }

    /// <summary>The list of files, once it is there.</summary>
    public async Task<JsonElement> Wait(string status)
    {
        for (var round = 0; ; round++)
        {
            using var answer = await Raw(HttpMethod.Get, status);
            var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            if ((int)answer.StatusCode == 200)
            {
                Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
                Assert.NotNull(answer.Content.Headers.Expires);
                return JsonElement.Parse(body);
            }

            Assert.True((int)answer.StatusCode == 202 && round < 600, Encoding.UTF8.GetString(body));
            Assert.True(answer.Headers.Contains("X-Progress") && answer.Headers.RetryAfter is not null);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async Task<JsonElement> Export(string path) => await Wait(await Begin(path));

    /// <summary>The lines of all files of a kind.</summary>
    public async Task<List<string>> Lines(JsonElement manifest, string kind = "output")
    {
        var lines = new List<string>();
        foreach (var file in manifest.Items(kind))
        {
            using var answer = await Raw(HttpMethod.Get, file.Text("url")!.Split("/fhir/")[1], ("Accept", "application/fhir+ndjson"));
            Assert.Equal((200, "application/fhir+ndjson"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            var all = text.Split('\n')[..^1];
            Assert.Equal(file.Number("count"), all.Length);
            lines.AddRange(all);
        }

        return lines;
    }

    /// <summary>An answer whose body is read as it comes.</summary>
    public async Task<HttpResponseMessage> Stream(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, $"/fhir/{path}"));
        return await hospital.Send(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public Task<HttpResponseMessage> Raw(HttpMethod method, string path, params (string Name, string Value)[] headers) => Raw(method, path, null, headers);

    public async Task<HttpResponseMessage> Raw(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(host.Address, $"/fhir/{path}"));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await hospital.Send(request);
    }

    /// <summary>Keeps a device and says its id.</summary>
    public async Task<string> Device(string lot) => (await hospital.Post("Device", $$"""{"resourceType":"Device","lotNumber":"{{lot}}"}""")).Body.Text("id")!;
}
