using System.Text;
using RegenTrack.EventStore.Transfer;
using RegenTrack.EventStore.Views;

namespace RegenTrack.EventStore.Tests.Transfer;

public sealed class TransferTests(Server server)
{
    private const string Everything = "select seq_id, id, stream_id, version, data::text, type, mt_dotnet_type, timestamp, correlation_id, causation_id, headers::text, user_name from mt_events order by seq_id";

    [Fact]
    public async Task an_exported_log_reads_into_an_empty_database_as_it_was()
    {
        await using var from = await Filled();
        using var file = new MemoryStream();
        Assert.Equal(40, await LogExport.Write(from.Store, file, null, Bank.Now));
        file.Position = 0;
        await using var to = await Bank.Open(server);
        Assert.Equal(40, await LogImport.Read(to.Store, file, null, Bank.Now));
        Assert.Equal(await from.Rows(Everything), await to.Rows(Everything));
        Assert.Equal(await from.Rows("select id, type, version from mt_streams order by id"), await to.Rows("select id, type, version from mt_streams order by id"));
        await ViewRebuild.Run(to.Store, to.Store.Views[0], null, Bank.Now);
        Assert.Equal(await from.Rows("select * from balances order by account"), await to.Rows("select * from balances order by account"));
        Assert.Null(await to.Deposit("a0", 1));
        Assert.Equal(["41"], await to.Rows("select max(seq_id) from mt_events"));
        using var again = new MemoryStream();
        await LogExport.Write(from.Store, again, null, Bank.Now);
        Assert.Equal(file.ToArray(), again.ToArray());
    }

    [Theory]
    [InlineData("\"amount\": 7", "\"amount\": 8", "hash-differs", 8)]
    [InlineData("{\"events\":40", "{\"events\":41", "root-differs", 41)]
    [InlineData("{\"leaf\"", "{\"blad\"", "hash-differs", 1)]
    public async Task a_file_that_was_changed_is_refused_and_nothing_is_stored(string text, string instead, string code, long line)
    {
        var lines = await Exported();
        var position = lines.IndexOf(text, StringComparison.Ordinal);
        await Refused(lines[..position] + instead + lines[(position + text.Length)..], code, line);
    }

    [Fact]
    public async Task a_file_that_is_cut_off_or_lacks_a_line_is_refused()
    {
        var lines = (await Exported()).Split('\n');
        await Refused(string.Join('\n', lines[..20]) + "\n", "cut-off", 21);
        await Refused(string.Join('\n', lines[..5].Concat(lines[6..])), "root-differs", 40);
        await Refused("not a log\n", "not-an-event", 1);
        await Refused(string.Join('\n', lines) + lines[0] + "\n", "after-the-end", 42);
    }

    [Fact]
    public async Task a_database_that_holds_events_takes_no_import()
    {
        await using var bank = await Filled();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(await Exported()));
        Assert.Equal("not-empty", (await Assert.ThrowsAsync<LogImportException>(() => LogImport.Read(bank.Store, file, null, Bank.Now))).Code);
    }

    private async Task Refused(string lines, string code, long line)
    {
        await using var to = await Bank.Open(server);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        var refused = await Assert.ThrowsAsync<LogImportException>(() => LogImport.Read(to.Store, file, null, Bank.Now));
        Assert.Equal((code, line), (refused.Code, refused.Line));
        Assert.Equal(["0|1"], await to.Rows("select (select count(*) from mt_events), (select count(*) from pg_constraint where conname = 'fkey_mt_events_stream_id')"));
    }

    private async Task<string> Exported()
    {
        await using var bank = await Filled();
        using var file = new MemoryStream();
        await LogExport.Write(bank.Store, file, null, Bank.Now);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private async Task<Bank> Filled()
    {
        var bank = await Bank.Open(server);
        for (var number = 0; number < 40; number++)
        {
            Assert.Null(await bank.Deposit($"a{number % 6}", number));
        }

        return bank;
    }
}
