using System.Security.Cryptography;
using System.Text;

namespace RegenTrack.App.Pipeline;

/// <summary>Ids are made at the door, never by a decider.</summary>
public static class Ids
{
    /// <summary>A new id, ordered by time.</summary>
    public static string New(string prefix) => $"{prefix}-{Guid.CreateVersion7():n}";

    /// <summary>The id that a command id always leads to, so that the same request twice names the same thing.</summary>
    public static string From(string commandId, string prefix) =>
        $"{prefix}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{prefix}|{commandId}")))[..32]}";
}
