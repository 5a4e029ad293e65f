using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace RegenTrack.App.Resources;

/// <summary>Writes a statement and gathers its parameters. The resource is called <c>r</c>.</summary>
internal sealed partial class QuerySql
{
    /// <summary>As much of a text as its index keeps.</summary>
    public const int Indexed = 120;

    private readonly StringBuilder text = new();
    private readonly List<NpgsqlParameter> parameters = [];

    // What a query finds depends on its values: a plan made for all values alike walks a whole table for a rare one.
    private string? planning = "force_custom_plan";

    /// <summary>As it stands.</summary>
    public QuerySql Raw(string sql)
    {
        text.Append(sql);
        return this;
    }

    /// <summary>Its values become parameters.</summary>
    public QuerySql Add(FormattableString sql)
    {
        text.AppendFormat(CultureInfo.InvariantCulture, sql.Format, sql.GetArguments().Select(argument => (object)Parameter(argument!)).ToArray());
        return this;
    }

    /// <summary>What <see cref="FoundResources"/> reads of a resource.</summary>
    public static string Columns(string value, bool withRefs) => $"r.id, r.version, r.updated, r.body, {value} as value, {(withRefs ? "r.refs" : "null::text[]")} as refs";

    public NpgsqlBatchCommand Command()
    {
        var command = new NpgsqlBatchCommand(text.ToString());
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>Its rows, planned as suits it: for its values, once for all values where only one index can be asked or walked along, or as the database thinks best.</summary>
    public async IAsyncEnumerable<NpgsqlDataReader> Rows(NpgsqlDataSource database, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        if (planning is not null)
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"select set_config('plan_cache_mode', '{planning}', true)"));
        batch.BatchCommands.Add(Command());
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (planning is not null)
            await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return reader;
    }

    // The length of the indexed part stands in the statement, for the index is of that expression.
    private string Parameter(object value)
    {
        if (value is Indexed)
            return Indexed.ToString(CultureInfo.InvariantCulture);
        parameters.Add(value is DateTime instant ? new NpgsqlParameter { Value = instant, NpgsqlDbType = NpgsqlDbType.TimestampTz } : new NpgsqlParameter { Value = value });
        return $"${parameters.Count}";
    }
}
