using System.Security.Cryptography;
using System.Text;
using RegenTrack.EventStore.Log;
using RegenTrack.EventStore.Subscriptions;

namespace RegenTrack.EventStore.Tests.Log;

public sealed class LogTests(Server server)
{
    private static readonly LogKey Key = LogKey.Create();

    [Fact]
    public async Task an_untouched_database_is_as_signed()
    {
        await using var bank = await Sealed();
        var verdict = await Verify(bank);
        Assert.Null(verdict.Damage);
        Assert.Equal((600L, 600L), (verdict.Newest!.Size, verdict.Newest.LastSequence));
    }

    [Theory]
    [InlineData("update mt_events set data = jsonb_set(data, '{amount}', '999') where seq_id = 300", LogDamageKind.EventAltered, 300, "account:a299")]
    [InlineData("update mt_events set user_name = 'somebody else' where seq_id = 1", LogDamageKind.EventAltered, 1, "account:a0")]
    [InlineData("update mt_events set timestamp = timestamp - interval '1 microsecond' where seq_id = 600", LogDamageKind.EventAltered, 600, "account:a599")]
    [InlineData("update mt_events set headers = headers - 'commandId' where seq_id = 257", LogDamageKind.EventAltered, 257, "account:a256")]
    [InlineData("delete from mt_events where seq_id = 256", LogDamageKind.EventMissing, 256, null)]
    [InlineData("delete from mt_events where seq_id = 600", LogDamageKind.EventMissing, 600, null)]
    [InlineData("insert into mt_events (seq_id, id, stream_id, version, data, type) values (-5, gen_random_uuid(), 'account:a9', 9, '{}', 'opened_v1')", LogDamageKind.EventInserted, -5, "account:a9")]
    [InlineData("update mt_events set seq_id = seq_id + 100000 where seq_id = 10", LogDamageKind.EventMissing, 10, null)]
    [InlineData("update event_log_tile set hashes = set_byte(hashes, 40, 1) where level = 0 and index = 1", LogDamageKind.EventAltered, 258, "account:a257")]
    [InlineData("delete from event_log_tile where level = 0 and index = 2", LogDamageKind.EventInserted, 513, "account:a512")]
    [InlineData("update event_log_head set root = sha256('x') where size = 600", LogDamageKind.HeadNotSigned, 600, null)]
    public async Task what_was_done_to_the_database_is_named(string sql, LogDamageKind kind, long sequence, string? stream)
    {
        await using var bank = await Sealed();
        await bank.Execute(sql);
        var damage = (await Verify(bank)).Damage;
        Assert.Equal(new LogDamage(kind, sequence, stream), damage);
    }

    [Fact]
    public async Task an_event_put_between_sealed_ones_is_named()
    {
        await using var bank = await Bank.Open(server);
        await bank.Deposit("a", 1, 2, 3);
        await bank.Execute("select nextval('mt_events_sequence')");
        await bank.Deposit("b", 1);
        await Seal(bank);
        await bank.Execute("insert into mt_events (seq_id, id, stream_id, version, data, type) values (4, gen_random_uuid(), 'account:a', 4, '{}', 'opened_v1')");
        Assert.Equal(new LogDamage(LogDamageKind.EventInserted, 4, "account:a"), (await Verify(bank)).Damage);
    }

    [Fact]
    public async Task one_who_rewrites_the_tiles_as_well_is_betrayed_by_the_signed_heads()
    {
        await using var bank = await Sealed();
        await bank.Execute("update mt_events set data = '{\"amount\": 1000000}' where seq_id = 5");
        var rows = new List<EventRow>();
        await foreach (var row in bank.Store.Reader.Rows(0, 256, Bank.Now))
        {
            rows.Add(row);
        }

        var hashes = Convert.ToHexString([.. rows.SelectMany(EventLine.Hash)]);
        await bank.Execute($"update event_log_tile set hashes = '\\x{hashes}' where level = 0 and index = 0");
        var damage = (await Verify(bank)).Damage;
        Assert.Equal(LogDamageKind.LogAltered, damage!.Kind);
        Assert.InRange(damage.Sequence, 5, 600);
    }

    [Fact]
    public async Task one_who_cuts_off_the_newest_events_and_heads_is_betrayed_by_a_head_kept_elsewhere()
    {
        await using var bank = await Sealed();
        var kept = await TreeHead.Newest(bank.Store.Database, Bank.Now);
        var before = (await TreeHead.All(bank.Store.Database, Bank.Now))[^2];
        await bank.Execute($"delete from event_log_head where size = 600; delete from mt_events where seq_id > {before.LastSequence}");
        Assert.Null((await Verify(bank)).Damage);
        Assert.Equal(new LogDamage(LogDamageKind.HeadGone, 600), (await Verify(bank, [kept!])).Damage);
    }

    [Fact]
    public async Task a_clock_that_steps_backwards_breaks_neither_the_log_nor_the_order()
    {
        await using var bank = await Bank.Open(server);
        foreach (var hour in new[] { 12, 9 })
        {
            await bank.Deposit("a", hour);
            await Seal(bank, new Clock(new DateTimeOffset(2026, 3, 2, hour, 0, 0, TimeSpan.Zero)));
        }

        Assert.Null((await Verify(bank)).Damage);
        Assert.Equal([12, 9], (await TreeHead.All(bank.Store.Database, Bank.Now)).Select(head => head.SignedAt.Hour));
    }

    [Fact]
    public async Task heads_of_a_stranger_do_not_count()
    {
        await using var bank = await Sealed();
        using var stranger = LogKey.Create();
        var verdict = await LogVerification.Run(bank.Store, [stranger], [], null, Bank.Now);
        Assert.Equal(LogDamageKind.HeadNotSigned, verdict.Damage!.Kind);
    }

    [Fact]
    public async Task a_third_party_needs_the_line_the_path_and_the_head_alone()
    {
        await using var bank = await Sealed();
        var head = (await TreeHead.Newest(bank.Store.Database, Bank.Now))!;
        var proof = (await new LogProofs(bank.Store.Database).Inclusion(300, head, Bank.Now))!;
        byte[]? line = null;
        await foreach (var row in bank.Store.Reader.Rows(299, 300, Bank.Now))
        {
            line = EventLine.Of(row);
        }

        // From here on nothing of ours but the bytes: RFC 9162, 2.1.3.2, by hand.
        var hash = SHA256.HashData([0, .. line!]);
        var (index, last) = (proof.Index, head.Size - 1);
        foreach (var sibling in proof.Path)
        {
            if (index % 2 == 1 || index == last)
            {
                hash = SHA256.HashData([1, .. sibling, .. hash]);
                while (index % 2 == 0 && index > 0)
                {
                    (index, last) = (index / 2, last / 2);
                }
            }
            else
            {
                hash = SHA256.HashData([1, .. hash, .. sibling]);
            }

            (index, last) = (index / 2, last / 2);
        }

        Assert.Equal(head.Root, hash);
        using var signer = ECDsa.Create();
        signer.ImportFromPem(Key.PublicPem);
        var text = $"regentrack-log-v1\n600 600\n{Convert.ToBase64String(head.Root)}\n{head.SignedAt:yyyy-MM-ddTHH:mm:ss.fff}Z\n";
        Assert.True(signer.VerifyData(Encoding.UTF8.GetBytes(text), head.Signature, HashAlgorithmName.SHA256));
        Assert.StartsWith("""{"sequence":300,"id":""", Encoding.UTF8.GetString(line!), StringComparison.Ordinal);
        Assert.EndsWith("""
            "data":{"note": null, "amount": 299}}
            """, Encoding.UTF8.GetString(line!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_key_file_is_made_once_and_readable_by_its_owner_alone()
    {
        var folder = Directory.CreateTempSubdirectory("regentrack-key-");
        try
        {
            var file = Path.Combine(folder.FullName, "deeper", "log-key.pem");
            using var made = LogKey.Open(file);
            using var again = LogKey.Open(file);
            Assert.Equal(made.Id, again.Id);
            Assert.True(again.Verifies([1, 2], made.Sign([1, 2])));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(file));
            Assert.Equal([file], Directory.EnumerateFiles(Path.GetDirectoryName(file)!));
            await Task.CompletedTask;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<Bank> Sealed()
    {
        var bank = await Bank.Open(server);
        for (var number = 0; number < 600; number += 100)
        {
            var session = bank.Store.OpenSession();
            for (var account = number; account < number + 100; account++)
            {
                session.Start(bank.Accounts, $"a{account}", new Deposited(account));
            }

            Assert.Null((await session.Commit(Bank.By, Bank.Now)).Conflict);
            await Seal(bank);
        }

        return bank;
    }

    private static async Task Seal(Bank bank, TimeProvider? clock = null)
    {
        using var stop = new CancellationTokenSource();
        var newest = (await bank.Rows("select max(seq_id) from mt_events"))[0];
        var run = new SubscriptionHost(bank.Store, [new LogSealer(bank.Store, Key, clock ?? TimeProvider.System, TimeSpan.Zero)], new SubscriptionOptions()).Run(_ => { }, stop.Token);
        await Bank.Until(async () => (await bank.Rows("select max(last_seq_id) from event_log_head"))[0] == newest);
        await stop.CancelAsync();
        await run;
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private static Task<LogVerdict> Verify(Bank bank, IReadOnlyList<TreeHead>? kept = null) => LogVerification.Run(bank.Store, [Key], kept ?? [], null, Bank.Now);
}
