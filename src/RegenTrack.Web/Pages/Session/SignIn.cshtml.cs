using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Session;

/// <summary>Account and password in, session out.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInModel(PasswordDoor door, IOptions<AuthOptions> options) : RegenPage
{
    private static readonly Refusal Wrong = new("sign-in-refused",
        "아이디 또는 비밀번호가 맞지 않거나 잠긴 계정입니다. 잠겼다면 잠시 뒤에 다시 시도하거나 시스템 관리자에게 문의하십시오.",
        "Account or password is wrong, or the account is locked. If it is locked, try again later or ask the administrator.");

    [BindProperty]
    public string Account { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Changed { get; set; }

    public int Failures => options.Value.FailuresBeforeLock;

    public int LockMinutes => options.Value.LockMinutes;

    public IActionResult OnGet() => User.ActorOrNull() is null ? Page() : Onwards();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var source = HttpContext.Connection.RemoteIpAddress?.ToString();
        if (await door.Open(Account.Trim(), Password, source, ct) is not { } account)
        {
            Refuse([Wrong]);
            return Page();
        }

        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        await HttpContext.SignInAsync(scheme, Claims.PrincipalOf(account, scheme));
        return Onwards();
    }

    private LocalRedirectResult Onwards() => Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : LocalRedirect("/");
}
