namespace RegenTrack.EventStore.Schema;

/// <summary>The database and the program do not fit; nothing was changed.</summary>
/// <param name="code"><c>schema-newer</c>: a newer program has migrated this database. <c>schema-changed</c>: an applied step differs from the one in the program.</param>
public sealed class SchemaException(string code, string migration) : Exception($"{code}: {migration}")
{
    public string Code { get; } = code;

    public string Migration { get; } = migration;
}
