using System.Runtime.CompilerServices;

namespace RegenTrack.EventStore.Tests.Schema;

/// <summary>The tables of docs/marten.md against a migrated database.</summary>
public sealed class MartenLayoutTests(Server server)
{
    private const string Columns = """
        select c.relname || '|' || a.attname || '|' || format_type(a.atttypid, a.atttypmod) || '|' || case when a.attnotnull then 'no' else 'yes' end || '|' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
        from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where c.relname in ('mt_streams', 'mt_events', 'mt_event_progression') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        """;

    private const string Keys = """
        select conrelid::regclass::text || '|' || conname || '|' || pg_get_constraintdef(oid) from pg_constraint
        where conrelid::regclass::text in ('mt_streams', 'mt_events', 'mt_event_progression') and contype in ('p', 'f')
        union all
        select tablename || '|' || indexname || '|' || regexp_replace(indexdef, '^CREATE (UNIQUE )?INDEX .* USING btree ', '\1') from pg_indexes
        where tablename in ('mt_streams', 'mt_events', 'mt_event_progression') and indexname not in (select conname from pg_constraint)
        """;

    [Fact]
    public async Task every_column_is_as_the_page_says()
    {
        await using var bank = await Bank.Open(server);
        Assert.Equal(Table("| table | column |").Order(StringComparer.Ordinal), (await bank.Rows(Columns)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task every_key_and_index_is_as_the_page_says()
    {
        await using var bank = await Bank.Open(server);
        Assert.Equal(Table("| table | constraint").Order(StringComparer.Ordinal), (await bank.Rows(Keys)).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Table(string head, [CallerFilePath] string here = "")
    {
        var page = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "marten.md");
        return File.ReadLines(page).SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => string.Join('|', line.Trim('|').Split('|').Select(cell => cell.Trim())));
    }
}
