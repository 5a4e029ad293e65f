using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Pages.Shared;

namespace RegenTrack.Web.Pages.Admin.Accounts;

/// <summary>A new account with a temporary password that is shown once.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed partial class NewModel(AccountStore accounts) : RegenPage
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
        if (!AccountId().IsMatch(Id))
            yield return new Refusal("account-id-shape", "아이디는 영문 소문자로 시작하는 3~40자의 소문자, 숫자, 붙임표입니다.", "The account is 3 to 40 small letters, digits or hyphens and begins with a letter.", field: nameof(Id));
        if (string.IsNullOrWhiteSpace(Name))
            yield return new Refusal("account-name-missing", "이름을 입력하십시오.", "Enter a name.", field: nameof(Name));
        if (Role is not { } role || !RoleNames.OfPeople.Contains(role))
            yield return new Refusal("account-role-missing", "역할을 선택하십시오.", "Choose a role.", field: nameof(Role));
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{2,39}$")]
    private static partial Regex AccountId();
}
