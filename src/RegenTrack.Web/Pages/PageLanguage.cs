using System.Globalization;

namespace RegenTrack.Web.Pages;

/// <summary>Says a text in the language of the request. In pages: <c>@T("한국어", "English")</c>.</summary>
public delegate string Translate(string korean, string english);

/// <summary>Language and contrast of a request: cookies that the header's switches set. Korean unless asked otherwise.</summary>
public static class PageLanguage
{
    public const string LanguageCookie = "regentrack.language";
    public const string ContrastCookie = "regentrack.contrast";
    private static readonly CultureInfo Korean = CultureInfo.GetCultureInfo("ko-KR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary><c>ko</c> or <c>en</c>.</summary>
    public static string Of(HttpContext context) => context.Request.Cookies[LanguageCookie] == "en" ? "en" : "ko";

    public static bool IsHighContrast(HttpContext context) => context.Request.Cookies[ContrastCookie] == "high";

    /// <summary>The language of the request that this code runs in.</summary>
    public static string Say(string korean, string english) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : korean;

    // Only the texts follow the language: numbers and dates are read and written the same for everybody.
    public static IApplicationBuilder UsePageLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        CultureInfo.CurrentUICulture = Of(context) == "en" ? English : Korean;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        context.Response.Headers.ContentLanguage = Of(context);
        return next(context);
    });
}
