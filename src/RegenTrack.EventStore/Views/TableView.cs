using System.Security.Cryptography;
using System.Text;

namespace RegenTrack.EventStore.Views;

/// <summary>A view kept as rows of one table, written in the transaction of the append and rebuilt from events alone.</summary>
public abstract class TableView
{
    /// <summary>Table name, snake_case.</summary>
    public abstract string Name { get; }

    /// <summary>Body of the <c>create table</c> statement.</summary>
    public abstract string Columns { get; }

    /// <summary>Column lists, each with its parentheses; prefix with <c>unique</c> or <c>using gin</c> as needed.</summary>
    public virtual IReadOnlyList<string> Indexes => [];

    /// <summary>Queues the statements that bring the rows up to an event; an event of no concern queues none. Reads nothing.</summary>
    public abstract void Project(StoredEvent stored, ViewWriter write);

    internal string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', Indexes.Prepend(Columns)))))[..16];

    internal string CreateTable(string table) => $"create table {table} ({Columns})";

    internal IEnumerable<string> CreateIndexes(string table) => Indexes.Select((index, number) =>
    {
        var unique = index.StartsWith("unique ", StringComparison.Ordinal);
        return $"create {(unique ? "unique " : "")}index {Name}_{number + 1}_{Fingerprint[..6]} on {table} {(unique ? index[7..] : index)}";
    });
}
