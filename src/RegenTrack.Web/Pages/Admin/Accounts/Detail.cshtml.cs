using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Admin.Accounts;

/// <summary>One account: lock, unlock, reset, and what happened to it.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class DetailModel(AccountStore accounts, AuthLog log, TimeProvider clock) : RegenPage
{
    private static readonly Refusal Own = new("own-account",
        "자기 계정은 스스로 잠그거나 재설정할 수 없습니다. 다른 관리자에게 요청하십시오.",
        "You cannot lock or reset your own account. Ask another administrator.");

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<AuthLogEntry> Log { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = (string)RouteData.Values["id"]!;
        if (await accounts.Find(id, HttpContext.RequestAborted) is not { } account)
        {
            context.Result = NotFound();
            return;
        }

        Account = account;
        Log = await log.About(id, HttpContext.RequestAborted);
        await next();
    }

    public PageResult OnGet() => Page();

    public async Task<IActionResult> OnPostLock(CancellationToken ct)
    {
        if (IsOwn())
            return Page();
        await accounts.Lock(Account.Id, Actor.Id, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostUnlock(CancellationToken ct)
    {
        await accounts.Unlock(Account.Id, Actor.Id, ct);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostReset(CancellationToken ct)
    {
        if (IsOwn())
            return Page();
        var password = PasswordRules.Generate();
        await accounts.SetPassword(Account.Id, password, mustChange: true, Actor.Id, ct);
        return new ShownOnce(Account.Id, password, $"/admin/accounts/{Uri.EscapeDataString(Account.Id)}").Show(this);
    }

    private bool IsOwn()
    {
        if (Account.Id == Actor.Id)
            Refuse([Own]);
        return Account.Id == Actor.Id;
    }
}
