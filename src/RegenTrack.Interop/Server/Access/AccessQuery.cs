using System.Globalization;
using Npgsql;

namespace RegenTrack.Interop.Server.Access;

/// <summary>Asks for accesses of one institution, latest first.</summary>
internal sealed class AccessQuery(NpgsqlDataSource database)
{
    private const string Columns = "position, at, client, institution, interaction, type, id, subjects, status, parameters, request_id, source";

    /// <param name="conditions">SQL with <c>?</c> where its value goes.</param>
    /// <param name="before">Only positions below.</param>
    public async Task<IReadOnlyList<(long Position, AccessRecord Access)>> Ask(
        string institution, IReadOnlyList<(string Sql, object Value)> conditions, long before, int count, CancellationToken ct)
    {
        await using var command = database.CreateCommand();
        command.Parameters.Add(new NpgsqlParameter { Value = institution });
        command.Parameters.Add(new NpgsqlParameter { Value = before });
        command.Parameters.Add(new NpgsqlParameter { Value = count });
        var sql = $"select {Columns} from fhir_access where institution = $1 and position < $2";
        foreach (var (condition, value) in conditions)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
            sql += $" and ({condition.Replace("?", $"${command.Parameters.Count.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal)})";
        }

        command.CommandText = sql + " order by position desc limit $3";
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<(long, AccessRecord)>();
        while (await rows.ReadAsync(ct))
            found.Add((rows.GetInt64(0), Read(rows)));
        return found;
    }

    private static AccessRecord Read(NpgsqlDataReader row) => new(
        row.GetFieldValue<DateTimeOffset>(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : row.GetString(6),
        row.GetFieldValue<string[]>(7),
        row.GetInt16(8),
        row.GetFieldValue<string[]>(9),
        row.GetString(10),
        row.IsDBNull(11) ? null : row.GetString(11));
}
