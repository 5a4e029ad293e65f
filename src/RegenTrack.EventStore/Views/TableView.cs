using System.Security.Cryptography;
using System.Text;

namespace RegenTrack.EventStore.Views;

/// <summary>A view kept as rows of one table, written in the transaction of the append or behind it, and rebuilt from events alone.</summary>
public abstract class TableView
{
    /// <summary>Table name, snake_case.</summary>
    public abstract string Name { get; }

    /// <summary>Body of the <c>create table</c> statement.</summary>
    public abstract string Columns { get; }

    /// <summary>Column lists, each with its parentheses; prefix with <c>unique</c> or <c>using gin</c> as needed.</summary>
    public virtual IReadOnlyList<string> Indexes => [];

    /// <summary>True for a view that nobody acts on (search over text, statistics, exports): it follows the events with a position of its own and may lag.</summary>
    public virtual bool IsAsynchronous => false;

    /// <summary>Queues the statements that bring the rows up to an event; an event of no concern queues none. Reads nothing.</summary>
    public abstract void Project(StoredEvent stored, ViewWriter write);

    internal string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', Indexes.Prepend(Columns)))))[..16];

    internal string CreateTable(string table) => $"create table {table} ({Columns})";

    /// <summary>Index names with their statements.</summary>
    internal IEnumerable<(string Name, string Sql)> CreateIndexes(string table, string suffix) => Indexes.Select((index, number) =>
    {
        var unique = index.StartsWith("unique ", StringComparison.Ordinal);
        var name = $"{Name}_{number + 1}_{Fingerprint[..6]}";
        return (name, $"create {(unique ? "unique " : "")}index {name}{suffix} on {table} {(unique ? index[7..] : index)}");
    });
}
