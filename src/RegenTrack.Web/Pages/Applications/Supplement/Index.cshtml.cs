using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Applications.Supplement;

/// <summary>Ask for a supplement item by item, see what came, extend the term.</summary>
[RequiresPermission(Permission.RequestSupplement)]
public sealed class IndexModel : CasePage
{
    private const int Lines = 5;

    [BindProperty]
    public List<ItemInput> Items { get; set; } = [];

    [BindProperty]
    public int Days { get; set; } = 14;

    [BindProperty]
    public int ExtraDays { get; set; } = 14;

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public DateOnly From { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public async Task<IActionResult> OnGet(string id, CancellationToken ct)
    {
        if (!await Load(id, ct))
            return NotFound();
        Items = [.. Enumerable.Range(0, Lines).Select(_ => new ItemInput())];
        Version = Case.Version;
        From = Application.OpenSupplement?.Due ?? default;
        return Page();
    }

    public async Task<IActionResult> OnPostAsk(string id, CancellationToken ct)
    {
        if (!await Load(id, ct))
            return NotFound();
        // Version, not count: the name must be the same when the same form is sent twice.
        string name = string.Create(CultureInfo.InvariantCulture, $"s-{Version}");
        List<SupplementItem> asked = [.. Items.Where(item => !string.IsNullOrWhiteSpace(item.Question))
            .Select((item, index) => new SupplementItem((index + 1).ToString(CultureInfo.InvariantCulture), item.LinkId, item.Question!.Trim()))];
        return await Send(new RequestSupplement(Plan, name, Days, asked), Version) ? Redirect($"/applications/{id}") : Page();
    }

    public async Task<IActionResult> OnPostExtend(string id, CancellationToken ct)
    {
        if (!await Load(id, ct))
            return NotFound();
        string open = Application.OpenSupplement?.Id ?? "";
        return await Send(new ExtendSupplement(Plan, open, From, ExtraDays, Reason.Trim()), Version) ? Redirect($"/applications/{id}/supplement") : Page();
    }
}

/// <summary>One line of the request.</summary>
public sealed class ItemInput
{
    public string LinkId { get; set; } = "1";

    public string? Question { get; set; }
}
