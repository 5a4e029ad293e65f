using RegenTrack.Domain.Committee;
using RegenTrack.Domain.Committee.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Tests.Applications;

namespace RegenTrack.Domain.Tests.Committee;

public sealed class DeliberationTests
{
    [Theory]
    [InlineData(7, 4, true)]
    [InlineData(7, 3, false)]
    [InlineData(8, 4, false)]
    [InlineData(8, 5, true)]
    public void a_quorum_is_more_than_half_of_the_members_in_office(int appointed, int present, bool quorum) =>
        Assert.Equal(quorum, Meeting(appointed, present, 0, 0).HasQuorum);

    [Fact]
    public void recused_members_are_neither_present_nor_voting()
    {
        Deliberation meeting = Meeting(7, 3, 0, 1);
        Assert.Equal(3, meeting.Present);
        Assert.False(meeting.HasQuorum);
    }

    [Theory]
    [InlineData(3, 2, true)]
    [InlineData(2, 2, false)]
    [InlineData(2, 3, false)]
    public void a_result_carries_with_more_than_half_of_those_present(int suitable, int unsuitable, bool carries) =>
        Assert.Equal(carries, Meeting(7, suitable, unsuitable, 0).Carries(Vote.Suitable));

    [Fact]
    public void appointing_again_the_same_adds_nothing() => Spec.Given<Reviewer, ReviewerEvent>(Reviewer.Initial, Reviewer.Evolve)
        .When(s => AppointReviewer.Decide(s, new(new ReviewerId("exp1"), true, false, [new InstitutionId("inst-saebyeok")]), ApplicationScenario.Secretariat()))
        .Then(new ReviewerAppointed(new ReviewerId("exp1"), true, false, [new InstitutionId("inst-saebyeok")]));

    [Fact]
    public void a_reviewer_without_duty_is_malformed() =>
        Assert.Equal("reviewer-without-duty", Assert.Single(new AppointReviewer(new ReviewerId("x"), false, false, []).Shape()).Code);

    private static Deliberation Meeting(int appointed, int suitable, int unsuitable, int recused)
    {
        IEnumerable<Vote> votes = Enumerable.Repeat(Vote.Suitable, suitable).Concat(Enumerable.Repeat(Vote.Unsuitable, unsuitable)).Concat(Enumerable.Repeat(Vote.Recused, recused));
        return new Deliberation("2026-11", new DateOnly(2026, 11, 20), appointed, [.. votes.Select((vote, index) => new Ballot(new ReviewerId($"m{index}"), vote))]);
    }
}
