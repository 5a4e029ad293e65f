using RegenTrack.Web.Auth;
using RegenTrack.Web.Pages.Shared;

namespace RegenTrack.Web.Pages;

/// <summary>Home: what this role can do now.</summary>
[SignedIn]
public sealed class IndexModel : RegenPage
{
    public IReadOnlyList<NavigationEntry> Tasks => [.. Navigation.For(Actor.Role)];
}
