using RegenTrack.App.Applications;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;

namespace RegenTrack.Web.Pages.Applications;

/// <summary>Base of the pages about one application.</summary>
public abstract class CasePage : RegenPage
{
    public CaseDetail Case { get; private set; } = null!;

    public TreatmentApplication Application => Case.Application;

    protected PlanId Plan => Case.Application.Id;

    /// <summary>False when there is none, or none that this officer may see.</summary>
    protected async Task<bool> Load(string id, CancellationToken ct)
    {
        if (await Mediator.Send(new GetCase(Actor, id), ct) is not { } found)
            return false;
        Case = found;
        return true;
    }
}
