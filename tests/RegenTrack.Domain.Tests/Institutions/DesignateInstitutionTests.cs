using RegenTrack.Domain.Institutions;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Tests.Applications;

namespace RegenTrack.Domain.Tests.Institutions;

public sealed class DesignateInstitutionTests
{
    private static readonly DesignateInstitution Command =
        new(new InstitutionId("inst-hanbit"), new("한빛대학교병원(가상)", "Hanbit University Hospital (fictional)"), "가상-001", "서울", new DateOnly(2026, 1, 2));

    [Fact]
    public void a_designated_institution_is_known_to_others()
    {
        Institution state = Given().When(s => DesignateInstitution.Decide(s, Command, ApplicationScenario.Secretariat())).Then(events => Assert.Single(events));
        Assert.True(state.Facts().IsDesignated);
        Assert.False(Institution.Initial.Facts().IsDesignated);
    }

    [Fact]
    public void a_future_designation_is_refused() => Given()
        .When(s => DesignateInstitution.Decide(s, Command with { DesignatedOn = new DateOnly(2027, 1, 1) }, ApplicationScenario.Secretariat()))
        .ThenRefused("designated-in-future");

    [Fact]
    public void another_content_for_the_same_institution_is_refused() => Given(
        new InstitutionDesignated(Command.Institution, Command.Name, "가상-999", Command.Address, Command.DesignatedOn))
        .When(s => DesignateInstitution.Decide(s, Command, ApplicationScenario.Secretariat()))
        .ThenRefused("institution-already-designated");

    private static Given<Institution, InstitutionEvent> Given(params InstitutionEvent[] events) =>
        Spec.Given(Institution.Initial, Institution.Evolve, events);
}
