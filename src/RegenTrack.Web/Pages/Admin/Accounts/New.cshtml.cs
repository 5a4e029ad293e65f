using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Pages.Shared;

namespace RegenTrack.Web.Pages.Admin.Accounts;

/// <summary>A new account with a temporary password that is shown once.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class NewModel(AccountStore accounts) : RegenPage
{
    [BindProperty]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public Role? Role { get; set; }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (ModelState.IsValid)
            Refuse(Shape());
        if (!ModelState.IsValid)
            return Page();
        var password = PasswordRules.Generate();
        if (await accounts.Create(Id, Name.Trim(), Role!.Value, password, mustChange: true, Actor.Id, ct))
            return new ShownOnce(Id, password, "/admin/accounts").Show(this);
        Refuse([new Refusal("account-exists", "이미 있는 아이디입니다. 다른 아이디를 정하십시오.", "This account exists. Choose another id.", field: nameof(Id))]);
        return Page();
    }

    private IEnumerable<Refusal> Shape()
    {
        foreach (var refusal in AccountRules.Against(Id, Name))
            yield return refusal;
        if (Role is not { } role || !RoleNames.OfPeople.Contains(role))
            yield return new Refusal("account-role-missing", "역할을 선택하십시오.", "Choose a role.", field: nameof(Role));
    }
}
