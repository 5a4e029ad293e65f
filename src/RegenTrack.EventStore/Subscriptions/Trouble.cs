using Npgsql;

namespace RegenTrack.EventStore.Subscriptions;

internal static class Trouble
{
    /// <summary>Kind and place. The message of an exception may carry what an event holds; these do not.</summary>
    public static string Describe(Exception trouble) =>
        trouble switch
        {
            EventRefusedException refused => refused.Code,
            PostgresException database => $"{database.SqlState} {database.ConstraintName}".Trim(),
            _ => $"{trouble.GetType().Name} {trouble.TargetSite?.DeclaringType?.Name}.{trouble.TargetSite?.Name}",
        };
}
