using System.Security.Cryptography;
using System.Text;
using RegenTrack.EventStore.Log;

namespace RegenTrack.App.Vault;

/// <summary>The key that the vault's keys are wrapped with: AES-256, kept in a file outside the database.</summary>
public sealed class VaultKey
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private readonly byte[] _key;

    private readonly byte[] _marks;

    private VaultKey(byte[] key) => (_key, _marks) = (key, HMACSHA256.HashData(key, "marks"u8));

    /// <summary>A key of this process alone: what it wraps is lost with it.</summary>
    public static VaultKey Create() => new(RandomNumberGenerator.GetBytes(32));

    /// <summary>The key in a file; made there when there is none.</summary>
    public static VaultKey Open(string file) => new(Convert.FromBase64String(KeyFile.Open(file, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))));

    /// <summary>A new key for one reference, plain and wrapped.</summary>
    public (byte[] Plain, byte[] Wrapped) NewKey(string reference)
    {
        var plain = RandomNumberGenerator.GetBytes(32);
        return (plain, Seal(_key, plain, reference));
    }

    public byte[] Unwrap(byte[] wrapped, string reference) => Open(_key, wrapped, reference);

    /// <summary>What a text is known by to who has the key: always the same, and to anybody else it says nothing.</summary>
    public string Mark(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_marks, Encoding.UTF8.GetBytes(text)))[..32];

    /// <summary>AES-256-GCM: nonce, tag and ciphertext. What is sealed for one reference cannot be opened as another's.</summary>
    public static byte[] Seal(byte[] key, byte[] text, string reference)
    {
        var box = new byte[Nonce + Tag + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var cipher = new AesGcm(key, Tag);
        cipher.Encrypt(box.AsSpan(0, Nonce), text, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), Encoding.UTF8.GetBytes(reference));
        return box;
    }

    /// <exception cref="AuthenticationTagMismatchException">It was sealed by another key, for another reference, or altered.</exception>
    public static byte[] Open(byte[] key, byte[] box, string reference)
    {
        var text = new byte[box.Length - Nonce - Tag];
        using var cipher = new AesGcm(key, Tag);
        cipher.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), text, Encoding.UTF8.GetBytes(reference));
        return text;
    }
}
