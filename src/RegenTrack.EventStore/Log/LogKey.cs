using System.Security.Cryptography;

namespace RegenTrack.EventStore.Log;

/// <summary>The key that signs tree heads: ECDSA on P-256, kept in a file outside the database. Knows how to verify also without its private half.</summary>
public sealed class LogKey : IDisposable
{
    private readonly ECDsa _key;

    private LogKey(ECDsa key)
    {
        _key = key;
        Id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo, hex.</summary>
    public string Id { get; }

    /// <summary>For third parties: PEM.</summary>
    public string PublicPem => _key.ExportSubjectPublicKeyInfoPem();

    public static LogKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a PEM, private or public.</summary>
    /// <exception cref="CryptographicException">It holds no such key.</exception>
    public static LogKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (ArgumentException wrong)
        {
            key.Dispose();
            throw new CryptographicException("The file holds no EC key in PEM.", wrong);
        }

        return new LogKey(key);
    }

    /// <summary>The key in a file; made there when there is none, readable by the owner alone.</summary>
    public static LogKey Open(string file) => FromPem(KeyFile.Open(file, () =>
    {
        using var made = Create();
        return made._key.ExportPkcs8PrivateKeyPem();
    }));

    public byte[] Sign(byte[] text) => _key.SignData(text, HashAlgorithmName.SHA256);

    public bool Verifies(byte[] text, byte[] signature) => _key.VerifyData(text, signature, HashAlgorithmName.SHA256);

    public void Dispose() => _key.Dispose();
}
