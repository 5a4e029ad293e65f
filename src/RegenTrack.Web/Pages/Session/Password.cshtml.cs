using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Session;

/// <summary>A person's own password. Whoever got it from an administrator changes it before anything else.</summary>
[SignedIn]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasswordModel(PasswordDoor door, AccountStore accounts) : RegenPage
{
    [BindProperty]
    public string Current { get; set; } = "";

    [BindProperty]
    public string Fresh { get; set; } = "";

    public bool IsForced => User.HasClaim(Claims.MustChange, "true");

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var refusal = PasswordRules.Against(Actor.Id, Fresh) is { } against ? against with { Field = nameof(Fresh) }
            : Fresh == Current ? new Refusal("password-same", "현재 비밀번호와 다르게 정하십시오.", "Choose a password other than the current one.", field: nameof(Fresh))
            : await door.Open(Actor.Id, Current, HttpContext.Connection.RemoteIpAddress?.ToString(), ct) is null
                ? new Refusal("password-wrong", "현재 비밀번호가 맞지 않습니다.", "The current password is wrong.", field: nameof(Current))
                : null;
        if (refusal is not null)
        {
            Refuse([refusal]);
            return Page();
        }

        await accounts.SetPassword(Actor.Id, Fresh, mustChange: false, Actor.Id, ct);
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return LocalRedirect("/sign-in?changed=true");
    }
}
