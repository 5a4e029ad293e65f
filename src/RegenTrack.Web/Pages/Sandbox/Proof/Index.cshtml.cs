using RegenTrack.App.Pipeline;
using RegenTrack.App.Sandbox;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore.Subscriptions;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages.Sandbox.Proof;

/// <summary>The sandbox in numbers, each with its list where there is one that this role may open.</summary>
[RequiresPermission(Permission.ReadSandbox)]
public sealed class IndexModel(EventStore.Store store) : RegenPage
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    public IReadOnlyList<ProofGroup> Groups { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        // The counts follow the events a moment behind; who has just recorded something finds it counted.
        foreach (var view in GetProof.Views)
            await CatchUp.With(store, ViewSubscription.NameOf(view), Moment, ct);
        if (await Mediator.Send(new GetProof(Actor), ct) is { } proof)
            Groups = ProofFigures.Of(proof);
    }

    /// <summary>The list behind a figure, when this role may open it.</summary>
    public string? LinkOf(ProofFigure figure) => figure.Needs is { } needs && Actor.Role.Holds(needs) ? figure.Path : null;
}

/// <summary>Figures that belong together.</summary>
public sealed record ProofGroup(Bilingual Title, IReadOnlyList<ProofFigure> Figures);

/// <summary>One number.</summary>
/// <param name="Path">The list behind it; null when there is none.</param>
/// <param name="Needs">What that list asks for.</param>
public sealed record ProofFigure(Bilingual Name, string Value, string? Path = null, Permission? Needs = null);
