using System.CommandLine;
using MediatR;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Interop.Trials.ClinicalTrialsGov;
using RegenTrack.Web.Database;
using RegenTrack.Web.Host;

namespace RegenTrack.Web.CommandLine;

/// <summary><c>import trial FILE</c>: a registry's record of a trial, results included.</summary>
internal static class ImportVerb
{
    private const string Operator = "command-line";

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "ClinicalTrials.gov 기록. A ClinicalTrials.gov record: API v2 JSON or full-study XML." };
        var trial = new Command("trial", "임상시험 기록을 가져옵니다. Import a trial's record.") { file };
        trial.SetAction(parsed => Verb.Run(cancellation => Trial(parsed.GetRequiredValue(file), cancellation)));
        return new Command("import", "등록기관의 기록을 가져옵니다. Import what a registry publishes.") { trial };
    }

    private static async Task<int> Trial(FileInfo file, CancellationToken cancellation)
    {
        if (!file.Exists)
            return Verb.Refuse(new Bilingual($"파일이 없습니다: {file.FullName}", $"There is no such file: {file.FullName}"));
        var document = await File.ReadAllBytesAsync(file.FullName, cancellation);
        await using var database = await RunningDatabase.Open(Verb.Tell, cancellation);
        await using var app = RegenTrackHost.Build(new HostSetup(database.ConnectionString));
        await SchemaAtStart.Apply(app.Services, cancellation);
        var import = new TrialImport(app.Services.GetRequiredService<IMediator>(), app.Services.GetRequiredService<AttachmentStore>());
        var imported = await import.Import(document, file.Name, new Actor(Operator, Role.System), Ids.New("import"), cancellation);
        foreach (var problem in imported.Problems)
            Verb.Refuse(new Bilingual($"{problem.Code}: {problem.Message.Korean}", problem.Message.English));
        if (!imported.IsImported)
            return Verb.Failed;
        Console.WriteLine($"{imported.Trial!.Value.Value} {(imported.HasResults ? "결과 포함 · with results" : "결과 없음 · without results")}");
        return 0;
    }
}
