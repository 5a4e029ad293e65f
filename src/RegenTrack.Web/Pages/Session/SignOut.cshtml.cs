using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Session;

/// <summary>Ends the session in the database, so that a copied cookie is worth nothing.</summary>
[SignedIn]
public sealed class SignOutModel : RegenPage
{
    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return LocalRedirect("/sign-in");
    }
}
