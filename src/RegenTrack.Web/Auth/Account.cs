using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Auth;

/// <summary>A person who signs in with a password, in one role.</summary>
/// <param name="LockedUntil">UTC instant until which wrong passwords have locked it; null when they have not.</param>
/// <param name="Locked">An administrator has locked it.</param>
/// <param name="MustChange">The password was set by somebody else and is to be changed first.</param>
public sealed record Account(
    string Id,
    string Name,
    Role Role,
    bool Locked,
    DateTimeOffset? LockedUntil,
    bool MustChange,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SignedInAt)
{
    public bool IsLockedAt(DateTimeOffset now) => Locked || LockedUntil > now;
}
