using Microsoft.Extensions.DependencyInjection;
using RegenTrack.EventStore;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Treatments;

/// <summary>The program with a plan in force, a released lot, one enrolled subject, and that hospital's system at the FHIR door; shared by tests that write nothing.</summary>
public sealed class HospitalAtWork(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly string[] Tables = ["mt_events", "mt_streams", "stream_snapshot", "attachment", "identity_vault", "command_receipt", "enrolment_places", "treatment_case_board", "administration_by_lot"];
    private RunningWeb _web = null!;

    internal HospitalClient Hospital { get; private set; } = null!;

    /// <summary>Id of the subject's CarePlan.</summary>
    public string Enrolled { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _web = await RunningWeb.Start(postgres);
        await new TreatmentStory(new TestApp((ServiceProvider)_web.Services, _web.Time)).Prepare();
        Hospital = await HospitalClient.SignIn(_web, "demo-hospital", "inst-hanbit");
        Enrolled = (await Hospital.Post("", HospitalMessages.Enrolment())).Body.Items("entry").Last().Text("response", "location")!.Split('/')[1];
    }

    internal Task<HospitalClient> SignIn(string client, string institution) => HospitalClient.SignIn(_web, client, institution);

    /// <summary>Rows of every table that a hospital's request may write to.</summary>
    public async Task<string> Written()
    {
        await using var command = _web.Services.GetRequiredService<Store>().Database.CreateCommand(
            $"select concat_ws(' ', {string.Join(", ", Tables.Select(table => $"'{table}', (select count(*) from {table})"))})");
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        Hospital?.Dispose();
        await _web.DisposeAsync();
    }
}
