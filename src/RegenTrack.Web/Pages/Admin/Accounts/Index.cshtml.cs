using RegenTrack.App.Pipeline;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Admin.Accounts;

/// <summary>Who may sign in, and in which role.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class IndexModel(AccountStore accounts, TimeProvider clock) : RegenPage
{
    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGet(CancellationToken ct) => Accounts = await accounts.List(ct);
}
