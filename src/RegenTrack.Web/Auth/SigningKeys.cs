using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace RegenTrack.Web.Auth;

/// <summary>The ES256 key that signs access tokens: made once per database, the same on every instance, kept under the data-protection keys.</summary>
public sealed class SigningKeys(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider clock) : IDisposable
{
    private readonly IDataProtector _protector = protection.CreateProtector("regentrack.signing-key");
    private readonly SemaphoreSlim _gate = new(1, 1);
    private ECDsaSecurityKey? _current;

    public async ValueTask<ECDsaSecurityKey> Current(CancellationToken ct)
    {
        if (_current is { } known)
            return known;
        await _gate.WaitAsync(ct);
        try
        {
            return _current ??= await Load(ct) ?? await Make(ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<ECDsaSecurityKey> Make(CancellationToken ct)
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // Two instances may start together: the unique index lets one key in, and both then read that one.
        await database.Execute(
            "insert into auth_signing_keys (id, private_key, created_at) values ($1, $2, $3) on conflict do nothing",
            ct, Guid.NewGuid().ToString("N"), _protector.Protect(Convert.ToBase64String(fresh.ExportPkcs8PrivateKey())), clock.GetUtcNow());
        return await Load(ct) ?? throw new InvalidOperationException("No signing key after one was stored.");
    }

    private async Task<ECDsaSecurityKey?> Load(CancellationToken ct)
    {
        var rows = await database.Rows(
            "select id, private_key from auth_signing_keys where retired_at is null",
            row => (Id: row.GetString(0), Key: row.GetString(1)), ct);
        if (rows is not [var (id, stored)])
            return null;
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(_protector.Unprotect(stored)), out _);
        return new ECDsaSecurityKey(key) { KeyId = id };
    }
}
