namespace RegenTrack.Interop.Server.Exports;

/// <summary>What a client asked to export.</summary>
/// <param name="Scopes">What its token allowed.</param>
/// <param name="Request">The whole address.</param>
/// <param name="Kind">Everything, all patients, or the members of a group.</param>
/// <param name="Types">In the order in which they are exported.</param>
/// <param name="Patients">Of a group.</param>
/// <param name="Since">Only what changed after it.</param>
/// <param name="Filters">Searches, as in <c>Task?status=requested</c>: of those of its type a resource must fit one.</param>
/// <param name="Base">The server's address as the client reached it.</param>
internal sealed record ExportOrder(
    string Id, string Client, string Institution, string Scopes, string Request, ExportKind Kind, IReadOnlyList<string> Types, IReadOnlyList<string> Patients, DateTimeOffset? Since,
    IReadOnlyList<string> Filters, string Base);

internal enum ExportKind
{
    System,
    Patient,
    Group,
}

/// <summary>An export and how far it is.</summary>
/// <param name="At">The instant as of which resources are exported, of the database.</param>
/// <param name="State"><c>running</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="IsSettled">Whether all that was written until then can be seen.</param>
/// <param name="Place">Of the type that is worked on.</param>
/// <param name="After">The id that the next file begins behind.</param>
/// <param name="Resources">So far.</param>
/// <param name="Files">So far.</param>
internal sealed record ExportJob(
    ExportOrder Order, DateTimeOffset At, DateTimeOffset ExpiresAt, string State, bool IsSettled, int Place, string After, long Resources, int Files);

/// <summary>One file of an export: the resources of a type from behind one id up to another.</summary>
/// <param name="IsDeletion">Whether it lists those that are gone.</param>
/// <param name="Subjects">Pseudonyms of people whom it touches.</param>
internal sealed record ExportFile(int Number, string Type, bool IsDeletion, string After, string UpTo, int Count, IReadOnlyList<string> Subjects);
