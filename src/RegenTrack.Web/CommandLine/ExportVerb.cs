using System.CommandLine;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Transfer;
using RegenTrack.Web.Database;
using RegenTrack.Web.Host;

namespace RegenTrack.Web.CommandLine;

/// <summary><c>export FILE</c>: the whole event log as newline-delimited JSON with hashes.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "새 파일. A file that does not exist yet." };
        var command = new Command("export", "사건 전체를 해시와 함께 내보냅니다. Export the whole event log with hashes.") { file };
        command.SetAction(parsed => Verb.Run(cancellation => Run(parsed.GetRequiredValue(file), cancellation)));
        return command;
    }

    private static async Task<int> Run(FileInfo file, CancellationToken cancellation)
    {
        if (file.Exists)
            return Verb.Refuse(new Bilingual($"파일이 이미 있습니다: {file.FullName}", $"The file exists already: {file.FullName}"));
        await using var database = await RunningDatabase.Open(Verb.Tell, cancellation);
        await using var app = RegenTrackHost.Build(new HostSetup(database.ConnectionString));
        await SchemaAtStart.Apply(app.Services, cancellation);
        // A file of this name is whole: it is written beside and renamed at the end.
        var half = file.FullName + ".part";
        long events;
        await using (var output = new FileStream(half, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            events = await LogExport.Write(app.Services.GetRequiredService<Store>(), output, new Counted("내보낸 사건", "events written"), cancellation);
        File.Move(half, file.FullName);
        Console.WriteLine($"{events}");
        return 0;
    }
}
