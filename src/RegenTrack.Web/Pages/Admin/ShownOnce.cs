using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace RegenTrack.Web.Pages.Admin;

/// <summary>A secret that the answer to its making shows, and nothing shows again.</summary>
/// <param name="Owner">Account or client it belongs to.</param>
/// <param name="Back">Absolute path of where to go on.</param>
public sealed record ShownOnce(string Owner, string Secret, string Back)
{
    // The answer to the POST itself: a redirect would have to store the secret somewhere.
    public ViewResult Show(RegenPage page) =>
        new() { ViewName = "/Pages/Admin/_ShownOnce.cshtml", ViewData = new ViewDataDictionary<ShownOnce>(page.ViewData, this) };
}
