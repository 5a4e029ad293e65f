using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RegenTrack.App.Resources;

/// <summary>
/// Keys as they are stored: what is one value to all has another number for each type and institution, so that looking one up meets nobody else's resources and nothing has to be
/// asked of what is met (ADR 0052). The way back is barred: else a hospital could make up a value that has another one's number.
/// </summary>
public static class OwnKeys
{
    /// <param name="institution">Whose the resource is; empty for everybody's.</param>
    public static long[] Of(IReadOnlyList<long> keys, string type, string institution) => Of(keys, type, [institution]);

    /// <summary>Under which numbers the keys stand with any of the institutions.</summary>
    public static long[] Of(IReadOnlyList<long> keys, string type, IReadOnlyList<string> institutions)
    {
        var own = new List<long>(keys.Count * institutions.Count);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var institution in institutions)
        {
            var text = Encoding.UTF8.GetBytes($"{type}|{institution}|");
            Span<byte> one = [.. text, .. new byte[sizeof(long)]];
            foreach (var key in keys)
            {
                BinaryPrimitives.WriteInt64LittleEndian(one[text.Length..], key);
                SHA256.HashData(one, hash);
                own.Add(BinaryPrimitives.ReadInt64LittleEndian(hash));
            }
        }

        return [.. own];
    }
}
