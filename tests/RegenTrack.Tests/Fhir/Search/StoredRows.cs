using System.Text;
using System.Text.Json;
using Npgsql;
using RegenTrack.App.Resources;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Tests.Fhir.Search;

/// <summary>Puts resources where searches find them, without a stream behind them.</summary>
internal static class StoredRows
{
    public static async Task Put(NpgsqlDataSource database, JsonElement resource, string institution, DateTimeOffset updated)
    {
        var (type, id, index) = (resource.Text("resourceType")!, resource.Text("id")!, ResourceIndexer.Index(resource));
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Statement(
            "insert into fhir_resource (type, id, version, updated, org, stream, keys, refs, body) values ($1, $2, 1, $3, $4, $5, $6, $7, $8)",
            type, id, updated.UtcDateTime, institution, $"test:{id}", OwnKeys.Of(index.Keys, type, institution), index.Refs.ToArray(), Encoding.UTF8.GetBytes(resource.GetRawText())));
        batch.BatchCommands.Add(Statement(
            "insert into fhir_span (type, id, org, param, low, high) select $1, $2, $3, * from unnest($4, $5, $6)",
            type, id, institution, index.Spans.Select(span => span.Parameter).ToArray(), index.Spans.Select(span => span.Low).ToArray(), index.Spans.Select(span => span.High).ToArray()));
        batch.BatchCommands.Add(Statement(
            "insert into fhir_text (type, id, param, norm) select $1, $2, * from unnest($3, $4)",
            type, id, index.Texts.Select(text => text.Parameter).ToArray(), index.Texts.Select(text => text.Text).ToArray()));
        await batch.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static NpgsqlBatchCommand Statement(string sql, params ReadOnlySpan<object> values)
    {
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            statement.Parameters.Add(new NpgsqlParameter { Value = value });
        return statement;
    }
}
