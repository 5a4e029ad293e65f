namespace RegenTrack.EventStore.Schema;

/// <summary>One step forward of the schema: applied once to a database, and never changed after its release.</summary>
/// <param name="Id">E.g. <c>store/001-layout</c>; steps are applied in the order in which they are given, not by id.</param>
/// <param name="Sql">Statements of one transaction. The first steps tolerate tables that the first release made without keeping this record.</param>
public sealed record Migration(string Id, string Sql)
{
    internal byte[] Fingerprint => System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n")));
}
