using Microsoft.AspNetCore.Authorization;

namespace RegenTrack.Web.Auth;

/// <summary>The page is for everybody who is signed in, whatever the role.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute() : AuthorizeAttribute(Policies.SignedIn);
