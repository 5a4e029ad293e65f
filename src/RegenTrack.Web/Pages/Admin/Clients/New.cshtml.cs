using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>A new system client; its secret is shown once.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed partial class NewModel(ClientStore clients) : RegenPage
{
    [BindProperty]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Institution { get; set; } = "";

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        Refuse(Shape());
        if (!ModelState.IsValid)
            return Page();
        if (await clients.Create(Id, Name.Trim(), Institution, Actor.Id, ct) is { } secret)
            return new ShownOnce(Id, secret, "/admin/clients").Show(this);
        Refuse([new Refusal("client-exists", "이미 있는 client_id입니다. 다른 값을 정하십시오.", "This client exists. Choose another id.", field: nameof(Id))]);
        return Page();
    }

    private IEnumerable<Refusal> Shape()
    {
        if (!Identifier().IsMatch(Id))
            yield return new Refusal("client-id-shape", "client_id는 영문 소문자로 시작하는 3~60자의 소문자, 숫자, 붙임표입니다.", "client_id is 3 to 60 small letters, digits or hyphens and begins with a letter.", field: nameof(Id));
        if (string.IsNullOrWhiteSpace(Name))
            yield return new Refusal("client-name-missing", "이름을 입력하십시오.", "Enter a name.", field: nameof(Name));
        if (!Identifier().IsMatch(Institution))
            yield return new Refusal("client-institution-missing", "기관 식별자를 입력하십시오. 예: inst-hanbit", "Enter the institution id, for example inst-hanbit.", field: nameof(Institution));
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{2,59}$")]
    private static partial Regex Identifier();
}
