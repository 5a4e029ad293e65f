using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace RegenTrack.Web.Pages;

/// <summary>Language and contrast, chosen in the header of any page, which one then sees again.</summary>
[AllowAnonymous]
public sealed class PreferencesModel : RegenPage
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? language, string? contrast, string? returnUrl)
    {
        if (language is "ko" or "en")
            Keep(PageLanguage.LanguageCookie, language);
        if (contrast is "high" or "normal")
            Keep(PageLanguage.ContrastCookie, contrast);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }

    private void Keep(string cookie, string value) => Response.Cookies.Append(cookie, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
    });
}
