using Microsoft.AspNetCore.Mvc;
using RegenTrack.App.Notices;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Log;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Admin.Operations;

/// <summary>What follows the events, where it stands, and what to do when an event stops it.</summary>
[RequiresPermission(Permission.OperateService)]
public sealed class IndexModel(Store store, AuthLog log) : RegenPage
{
    public IReadOnlyList<SubscriptionStatus> Subscriptions { get; private set; } = [];

    /// <summary>Hospitals' endpoints that do not take what is sent.</summary>
    public IReadOnlyList<TroubledNotices> Notices { get; private set; } = [];

    public TreeHead? Head { get; private set; }

    public async Task OnGet(CancellationToken ct)
    {
        Subscriptions = await SubscriptionStatus.All(store.Database, ct);
        Notices = await TroubledNotices.All(store.Database, ct);
        Head = await TreeHead.Newest(store.Database, ct);
    }

    public async Task<IActionResult> OnPostRetry(string name, long sequence, CancellationToken ct) =>
        await Done(await StoppedSubscription.Retry(store, name, sequence, ct), "subscription-retried", $"{name}/{sequence}", ct);

    public async Task<IActionResult> OnPostSkip(string name, long sequence, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason) || ResidentRegistrationNumber.AppearsIn(reason))
        {
            Refuse([string.IsNullOrWhiteSpace(reason)
                ? new Refusal("reason-required", "건너뛰는 이유를 적으십시오.", "Say why it is skipped.")
                : ResidentRegistrationNumber.Refuse()]);
            await OnGet(ct);
            return Page();
        }

        return await Done(await StoppedSubscription.Skip(store, name, sequence, reason.Trim(), Actor.Id, ct), "subscription-skipped", $"{name}/{sequence}", ct);
    }

    private async Task<IActionResult> Done(bool done, string action, string subject, CancellationToken ct)
    {
        if (!done)
        {
            Refuse([new Refusal("subscription-not-stopped", "그 사건에서 멈춘 구독이 아닙니다. 다른 관리자가 이미 처리했을 수 있습니다.", "It is not stopped at that event. Another administrator may have dealt with it.")]);
            await OnGet(ct);
            return Page();
        }

        await log.Write(Actor.Id, action, subject, HttpContext.Connection.RemoteIpAddress?.ToString(), ct);
        return RedirectToPage();
    }
}
