using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Clients;

/// <summary>FHIR clients that others wrote, unchanged, against the running program; each script asserts what it gets and tells what it did.</summary>
public sealed class ClientTests(PostgresFixture postgres)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("fhir-kit-client.mjs", "capability, discovery, unauthorised, token, create, conditional create, read, update, conditional update, patch, vread, history, search, transaction, batch, operation, delete, errors")]
    [InlineData("fhirclient.mjs", "token, capability, create, minimal create, conditional create, read, update, patch, vread, history, search, references, transaction, operation, delete, errors")]
    [InlineData("medplum.mjs", "capability, token, create, conditional create, read, update, conditional update, patch, vread, history, search, transaction, batch, operation, delete, errors")]
    public async Task a_client_of_others_does_all_that_it_can_do(string script, string interactions)
    {
        // The clients judge by their own clock whether a token still holds.
        await using var host = await RunningWeb.Start(postgres, new TestTime(TimeProvider.System.GetUtcNow()));
        var hospital = await SigningClient.Rsa("client-hospital").Register(host, "inst-hanbit");
        var start = new ProcessStartInfo("node", [Path.Combine(Folder(), script)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FHIR_BASE"] = new Uri(host.Address, "fhir").ToString();
        start.Environment["CLIENT_ID"] = hospital.Id;
        start.Environment["CLIENT_KEY"] = JsonSerializer.Serialize(hospital.PrivateJwk());

        using var node = Process.Start(start)!;
        var (told, faults) = (node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await faults);
        Assert.Equal(interactions.Split(", "), JsonSerializer.Deserialize<string[]>((await told).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
