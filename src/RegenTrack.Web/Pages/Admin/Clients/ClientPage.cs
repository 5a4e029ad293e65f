using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>A page about one client; what does not exist is absent, and a revoked one has nothing left to change.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public abstract class ClientPage(ClientStore clients) : RegenPage
{
    private static readonly Refusal Unconfirmed = new("not-confirmed", "내용을 확인했다는 표시를 하십시오.", "Tick that you have read this.", field: nameof(Confirmed));

    public SystemClient Client { get; private set; } = null!;

    [BindProperty]
    public bool Confirmed { get; set; }

    protected ClientStore Clients => clients;

    protected virtual bool ShowsRevoked => false;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await clients.Find((string)RouteData.Values["id"]!, HttpContext.RequestAborted) is not { } client || (client.RevokedAt is not null && !ShowsRevoked))
        {
            context.Result = NotFound();
            return;
        }

        Client = client;
        await next();
    }

    protected RedirectToPageResult Back() => RedirectToPage("/Admin/Clients/Detail", new { id = Client.Id });

    protected bool IsConfirmed()
    {
        if (!Confirmed)
            Refuse([Unconfirmed]);
        return Confirmed;
    }
}
