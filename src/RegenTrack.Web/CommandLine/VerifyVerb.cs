using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Log;
using RegenTrack.Web.Database;
using RegenTrack.Web.Host;

namespace RegenTrack.Web.CommandLine;

/// <summary><c>verify</c>: the database against its signed log.</summary>
internal static class VerifyVerb
{
    private const int Damaged = 2;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var keys = new Option<FileInfo[]>("--key") { Description = "신뢰하는 공개키(PEM). Trusted keys; this installation's own when left out.", DefaultValueFactory = _ => [] };
        var heads = new Option<FileInfo?>("--heads") { Description = "따로 보관한 서명본. Heads kept elsewhere, a JSON object a line, as this command prints them." };
        var command = new Command("verify", "기록이 변경되지 않았는지 확인합니다. Check that nothing recorded was altered.") { keys, heads };
        command.SetAction(parsed => Verb.Run(cancellation => Run(parsed.GetRequiredValue(keys), parsed.GetValue(heads), cancellation)));
        return command;
    }

    private static async Task<int> Run(FileInfo[] keyFiles, FileInfo? headsFile, CancellationToken cancellation)
    {
        IReadOnlyList<LogKey> keys;
        IReadOnlyList<TreeHead> kept;
        try
        {
            keys = keyFiles.Length > 0 ? [.. keyFiles.Select(file => LogKey.FromPem(File.ReadAllText(file.FullName)))] : [LogKey.Open(Path.Combine(Keys.Folder, "log-key.pem"))];
            kept = headsFile is null ? [] : [.. (await File.ReadAllLinesAsync(headsFile.FullName, cancellation)).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<TreeHead>(line, Json)!)];
        }
        catch (Exception unreadable) when (unreadable is IOException or CryptographicException or JsonException or UnauthorizedAccessException)
        {
            return Verb.Refuse(new Bilingual($"키 또는 서명본 파일을 읽을 수 없습니다. {unreadable.Message}", $"A key or head file cannot be read. {unreadable.Message}"));
        }

        await using var database = await RunningDatabase.Open(Verb.Tell, cancellation);
        await using var app = RegenTrackHost.Build(new HostSetup(database.ConnectionString));
        await SchemaAtStart.Apply(app.Services, cancellation);
        var verdict = await LogVerification.Run(app.Services.GetRequiredService<Store>(), keys, kept, new Counted("확인한 사건", "events checked"), cancellation);
        foreach (var key in keys)
            key.Dispose();
        if (verdict.Damage is { } damage)
        {
            Verb.Refuse(Describe(damage));
            return Damaged;
        }

        Verb.Tell(verdict.Newest is null
            ? new Bilingual("아직 봉인된 사건이 없습니다.", "Nothing is sealed yet.")
            : new Bilingual($"이상 없음: 사건 {verdict.Newest.Size:N0}건. 아래 서명본을 다른 곳에 보관하십시오.", $"Intact: {verdict.Newest.Size:N0} events. Keep the head below somewhere else."));
        if (verdict.Newest is not null)
            Console.WriteLine(JsonSerializer.Serialize(verdict.Newest, Json));
        return 0;
    }

    private static Bilingual Describe(LogDamage damage) => damage.Kind switch
    {
        LogDamageKind.EventAltered => new($"사건 {damage.Sequence}({damage.StreamKey})의 내용이 기록 당시와 다릅니다.", $"Event {damage.Sequence} ({damage.StreamKey}) differs from what was recorded."),
        LogDamageKind.EventMissing => new($"사건 {damage.Sequence}이(가) 없습니다.", $"Event {damage.Sequence} is missing."),
        LogDamageKind.EventInserted => new($"사건 {damage.Sequence}({damage.StreamKey})은(는) 나중에 끼워 넣은 것입니다.", $"Event {damage.Sequence} ({damage.StreamKey}) was put in afterwards."),
        LogDamageKind.LogAltered => new($"사건 {damage.Sequence}까지의 봉인 기록이 서명과 맞지 않습니다.", $"The log up to event {damage.Sequence} does not match its signature."),
        LogDamageKind.HeadNotSigned => new($"사건 {damage.Sequence}까지의 서명본이 신뢰하는 키의 것이 아닙니다.", $"The head up to event {damage.Sequence} is not signed by a trusted key."),
        _ => new($"따로 보관한 서명본(사건 {damage.Sequence}까지)이 데이터베이스에 없거나 다릅니다.", $"A head kept elsewhere (up to event {damage.Sequence}) is gone from the database, or differs."),
    };
}
