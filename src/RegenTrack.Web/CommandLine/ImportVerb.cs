using System.CommandLine;
using MediatR;
using RegenTrack.App.Attachments;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Transfer;
using RegenTrack.EventStore.Views;
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
        var log = new Command("events", "내보낸 사건 전체를 빈 데이터베이스로 가져옵니다. Read an export of the whole event log into an empty database.") { file };
        log.SetAction(parsed => Verb.Run(cancellation => Events(parsed.GetRequiredValue(file), cancellation)));
        return new Command("import", "기록을 가져옵니다. Import records.") { trial, log };
    }

    private static async Task<int> Events(FileInfo file, CancellationToken cancellation)
    {
        if (!file.Exists)
            return Verb.Refuse(new Bilingual($"파일이 없습니다: {file.FullName}", $"There is no such file: {file.FullName}"));
        await using var database = await RunningDatabase.Open(Verb.Tell, cancellation);
        await using var app = RegenTrackHost.Build(new HostSetup(database.ConnectionString));
        await SchemaAtStart.Apply(app.Services, cancellation);
        var store = app.Services.GetRequiredService<Store>();
        await using var input = file.OpenRead();
        try
        {
            var events = await LogImport.Read(store, input, new Counted("가져온 사건", "events read"), cancellation);
            foreach (var view in store.Views)
                await ViewRebuild.Run(store, view, null, cancellation);
            foreach (var view in store.StateViews)
                await StateViewRebuild.Run(store, view, null, cancellation);
            Console.WriteLine($"{events}");
            return 0;
        }
        catch (LogImportException refused)
        {
            return Verb.Refuse(new Bilingual(
                refused.Code == "not-empty" ? "데이터베이스에 이미 사건이 있습니다. 빈 데이터베이스로 가져오십시오." : $"내보낸 파일이 온전하지 않습니다({refused.Code}, {refused.Line}번째 줄). 저장된 것은 없습니다.",
                refused.Code == "not-empty" ? "The database already holds events. Import into an empty one." : $"The export is damaged ({refused.Code}, line {refused.Line}). Nothing was stored."));
        }
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
