using RegenTrack.App.Applications;
using RegenTrack.App.Trials;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Trials;

namespace RegenTrack.Web.Pages.Applications.Compare;

/// <summary>What each side says about a dimension: the trial in its registry's words, the treatment in the applicant's. Empty: nothing on file.</summary>
public sealed record SideBySide(IReadOnlyList<string> Trial, IReadOnlyList<string> Treatment)
{
    public static SideBySide Of(string dimension, CaseDetail detail, TrialDetail? trial)
    {
        var plan = detail.Application.Plan!;
        var registered = trial?.Trial.Registration;
        string[] described = plan.Product.Profile.TryGetValue(dimension, out var profile) ? [profile] : [];
        return dimension switch
        {
            "intended-use" => new(registered?.Conditions ?? [], [plan.Purpose, .. described]),
            "patient" => new(Enrolled(registered), [.. described, .. Answer(plan, "7")]),
            "donor-source" => new([.. Interventions(registered)], [.. Components(plan), .. described]),
            "process" => new([.. Interventions(registered)], [.. described, .. Answer(plan, "3")]),
            "stability" => new([], [.. described, .. Answer(plan, "3")]),
            "dose" => new([.. Arms(registered)], [.. described, .. Answer(plan, "4")]),
            "risk-class" => new([], [detail.Application.Risk!.Class.ToString(), .. described]),
            "evidence" => new(Evidence(detail), [.. described, .. Answer(plan, "15")]),
            _ => new([], described),
        };
    }

    private static IReadOnlyList<string> Evidence(CaseDetail detail) => detail.Trial is not { } trial ? [] :
        [trial.Phase.ToString(), .. trial.PrimaryEndpoints.Select(endpoint => string.Join(" · ", new[] { endpoint.Title, endpoint.TimeFrame, endpoint.Parameter, endpoint.Estimate, endpoint.PValue is { } p ? $"p {p}" : null }.Where(part => part is not null)))];

    private static IReadOnlyList<string> Enrolled(TrialRegistration? trial) => trial?.Enrolment is { } enrolment ? [$"n = {enrolment.Count}"] : [];

    private static IEnumerable<string> Arms(TrialRegistration? trial) => trial?.Arms.Select(arm => $"{arm.Label}: {arm.Description}") ?? [];

    private static IEnumerable<string> Interventions(TrialRegistration? trial) => trial?.Interventions.Select(intervention => intervention.Name) ?? [];

    private static IEnumerable<string> Components(TreatmentPlan plan) => plan.Product.Components.Select(component => $"{component.Name} ({component.Origin}, {component.Manipulation})");

    private static IEnumerable<string> Answer(TreatmentPlan plan, string linkId) => plan.Answer(linkId) is { Text.Length: > 0 } answer ? [answer.Text] : [];
}
