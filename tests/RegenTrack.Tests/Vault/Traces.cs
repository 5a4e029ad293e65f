using Npgsql;

namespace RegenTrack.Tests.Vault;

/// <summary>Looks for a text in all of a database.</summary>
internal static class Traces
{
    /// <summary>Tables of which a row, written out as a dump would, holds a text.</summary>
    public static async Task<IReadOnlyList<string>> Of(NpgsqlDataSource database, string text)
    {
        var tables = new List<string>();
        await using (var command = database.CreateCommand("select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"))
        await using (var reader = await command.ExecuteReaderAsync(Cancellation))
        {
            while (await reader.ReadAsync(Cancellation))
                tables.Add(reader.GetString(0));
        }

        Assert.True(tables.Count > 20, "The search must see every table.");
        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var search = database.CreateCommand($"select exists (select from {table} t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0)");
            search.Parameters.Add(new() { Value = text });
            // A bytea of text is written as hexadecimal digits.
            search.Parameters.Add(new() { Value = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text)) });
            if ((bool)(await search.ExecuteScalarAsync(Cancellation))!)
                found.Add(table);
        }

        return found;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
