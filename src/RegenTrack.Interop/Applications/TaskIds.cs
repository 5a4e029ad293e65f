namespace RegenTrack.Interop.Applications;

/// <summary>Ids of Tasks: the application's own, and the application's with a supplement's name after a full stop.</summary>
internal static class TaskIds
{
    public static string Of(string application, string supplement) => $"{application}.{supplement}";

    /// <summary>The two halves, or null when it is no supplement's id.</summary>
    public static (string Application, string Supplement)? Supplement(string id) =>
        id.IndexOf('.', StringComparison.Ordinal) is var at and > 0 && at < id.Length - 1 ? (id[..at], id[(at + 1)..]) : null;
}
