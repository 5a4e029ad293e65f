using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace RegenTrack.Interop.Server;

/// <summary>Where a page ended, so that only this server can read and write it: a page may end on something that the caller may not see.</summary>
/// <param name="walk">What is walked, and for whom. A cursor holds for the same only.</param>
internal sealed class SealedCursor(IDataProtectionProvider protection, string purpose, params string[] walk)
{
    private readonly IDataProtector protector = protection.CreateProtector(purpose, walk);

    public string Write(string end) => protector.Protect(end);

    /// <summary>Null for what this server did not write for this walk.</summary>
    public string? Read(string cursor)
    {
        try
        {
            return protector.Unprotect(cursor);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
