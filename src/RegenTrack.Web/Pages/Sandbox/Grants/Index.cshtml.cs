using RegenTrack.App.Pipeline;
using RegenTrack.App.Sandbox;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Sandbox.Grants;

/// <summary>All exemptions.</summary>
[RequiresPermission(Permission.ReadSandbox)]
public sealed class IndexModel : RegenPage
{
    public GrantList Grants { get; private set; } = new([], default);

    public bool MayManage => Actor.Role.Holds(Permission.ManageGrants);

    public async Task OnGet(CancellationToken ct) =>
        Grants = await Mediator.Send(new ListGrants(Actor), ct) ?? Grants;
}
