using MediatR;
using RegenTrack.App.Attachments;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.Interop.Trials.ClinicalTrialsGov;
using RegenTrack.Web.Demo.Hospital;

namespace RegenTrack.Web.Demo;

/// <summary>The completed trial that everything relies on, imported from a registry document that describes no real study; and an earlier one, whose results the hospital sends itself.</summary>
internal static class DemoTrial
{
    public static readonly TrialId Trial = new("NCT09000001");
    private static readonly DateOnly Ended = new(2024, 6, 28);

    public static readonly DemoStep Step = new("trial", new("임상시험 결과(가상)를 가져옵니다.", "Importing the trial's results (synthetic)."), Tell);

    private static async Task Tell(DemoRoom room, CancellationToken cancellation)
    {
        var secretariat = DemoPeople.Officer(Role.Secretariat);
        var import = new TrialImport(room.Services.GetRequiredService<IMediator>(), room.Services.GetRequiredService<AttachmentStore>());
        var imported = await import.Import(await Document(cancellation), "NCT09000001.json", secretariat, "demo-trial", cancellation);
        if (!imported.IsImported)
            throw new DemoStoppedException($"trial: {imported.Problems[0].Message.English}");
        var approval = new TrialApproval("가상-임상-제301호", new DateOnly(2020, 12, 4), "HB-UCMSC-301", true, [new InstitutionId(DemoPeople.HospitalInstitution)]);
        await room.Send(secretariat, "trial-approval", new RecordTrialApproval(Trial, approval), cancellation);
        await room.Post("hospital-trial", "", SentTrial.Bundle(), cancellation);
        await room.Send(secretariat, "trial-completion", new RecordTrialCompletion(Trial, Ended, Ended.AddDays(12), new DateOnly(2025, 2, 11), new DateOnly(2025, 1, 24)), cancellation);
    }

    private static async Task<byte[]> Document(CancellationToken cancellation)
    {
        await using var resource = typeof(DemoTrial).Assembly.GetManifestResourceStream("NCT09000001.json")!;
        var document = new byte[resource.Length];
        await resource.ReadExactlyAsync(document, cancellation);
        return document;
    }
}
