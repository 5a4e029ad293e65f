using Microsoft.AspNetCore.Authorization;
using RegenTrack.App.Pipeline;

namespace RegenTrack.Web.Auth;

/// <summary>The page or endpoint is for signed-in people whose role has the permission; for everybody else it does not exist.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresPermissionAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    public Permission Permission { get; } = permission;
}
