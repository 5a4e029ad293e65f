using Microsoft.Extensions.DependencyInjection;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Treatments;

namespace RegenTrack.Tests.Fhir.Exports;

/// <summary>An enrolled subject with a group of its own, a group of somebody unknown, and a device that concerns nobody.</summary>
/// <param name="Made">Where what the enrolment made lies; the subject first.</param>
internal sealed record ExportedGroups(ExportingClient Own, string[] Made, string Group, string Strangers)
{
    public static async Task<ExportedGroups> Make(RunningWeb host)
    {
        await new TreatmentStory(new TestApp((ServiceProvider)host.Services, host.Time)).Prepare();
        var own = await ExportingClient.SignIn(host, "demo-hospital", "inst-hanbit");
        string[] made = [.. (await own.Hospital.Post("", HospitalMessages.Enrolment())).Body.Items("entry").Select(entry => entry.Text("response", "location")!)];
        await own.Device("concerns nobody");
        return new ExportedGroups(own, made, await Of(own, made[0]), await Of(own, "Patient/nobody"));
    }

    private static async Task<string> Of(ExportingClient own, string member) =>
        (await own.Hospital.Post("Group", $$"""{"resourceType":"Group","type":"person","actual":true,"member":[{"entity":{"reference":"{{member}}"} }]}""")).Body.Text("id")!;
}
