using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Notices;

namespace RegenTrack.Domain.Tests.Notices;

public sealed class NoticeSubscriptionTests
{
    private static readonly NoticeSubscriptionId Id = new("subscription-1");
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly Circumstances At = new(new Actor("demo-hospital", Role.HospitalSystem, "inst-hanbit"), Now, Now, HolidayTable.Empty);
    private static readonly NoticeWish Wish = new("topic", ["Task?status=on-hold"], "https://hospital.example/notices", NoticeContent.IdOnly, ["Authorization"], "통지", Now.AddDays(30), null, null, null);
    private static readonly NoticesRequested Requested = new(Id, new InstitutionId("inst-hanbit"), "demo-hospital", "system/Task.rs", "https://regen.example/fhir", Wish);
    private static readonly NoticesConfirmed Confirmed = new(Id);
    private static readonly NoticesFailed Failed = new(Id, "timeout");
    private static readonly NoticesEnded SwitchedOff = new(Id, NoticeEnding.SwitchedOff);
    private static readonly NoticesWithdrawn Withdrawn = new(Id);

    [Fact]
    public void a_new_wish_waits_for_its_endpoint() => Given().When(Ask()).Then(Requested);

    [Fact]
    public void the_same_wish_again_changes_nothing_while_it_stands_and_starts_anew_where_it_failed()
    {
        var copy = Wish with { Filters = [.. Wish.Filters], Headers = [.. Wish.Headers] };
        Given(Requested, Confirmed).When(Ask(copy)).ThenNothing();
        Given(Requested, Confirmed, Failed).When(Ask(copy)).Then(Requested with { Wish = copy });
        Given(Requested, SwitchedOff).When(Ask(copy, off: true)).ThenNothing();
    }

    [Fact]
    public void a_changed_wish_waits_for_its_endpoint_again()
    {
        var other = Wish with { Filters = [] };
        Given(Requested, Confirmed).When(Ask(other)).Then(Requested with { Wish = other });
    }

    [Fact]
    public void switching_off_keeps_the_wish() => Given(Requested, Confirmed).When(Ask(off: true)).Then(Requested, SwitchedOff);

    [Fact]
    public void what_cannot_begin_is_refused()
    {
        Given().When(Ask(Wish with { End = Now })).ThenRefused("subscription-end-passed");
        Given().When(Ask(others: RequestNotices.Most)).ThenRefused("subscription-too-many");
        Given(Requested, Withdrawn).When(Ask()).ThenRefused("subscription-withdrawn");
        Assert.Equal(
            ["subscription-heartbeat", "subscription-max-count", "subscription-reason", "subscription-timeout"],
            new RequestNotices(Id, Requested.Institution, "c", "", "", Wish with { Reason = new string('a', 501), TimeoutSeconds = 61, MaxCount = 0, HeartbeatSeconds = 9 }).Shape().Select(refusal => refusal.Code).Order(StringComparer.Ordinal));
    }

    public static TheoryData<NoticeState, bool, bool, bool, bool> Matrix => new()
    {
        { NoticeState.None, false, false, false, false },
        { NoticeState.Requested, true, true, true, true },
        { NoticeState.Active, false, true, true, true },
        { NoticeState.Failing, false, false, true, true },
        { NoticeState.Off, false, false, false, true },
        { NoticeState.Withdrawn, false, false, false, false },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public void in_each_state_only_what_follows_happens(NoticeState state, bool confirms, bool fails, bool ends, bool withdraws)
    {
        var given = Given(state switch
        {
            NoticeState.None => [],
            NoticeState.Requested => [Requested],
            NoticeState.Active => [Requested, Confirmed],
            NoticeState.Failing => [Requested, Confirmed, Failed],
            NoticeState.Off => [Requested, SwitchedOff],
            _ => [Requested, Withdrawn],
        });
        Only(confirms, Confirmed, given.When(now => ConfirmNotices.Decide(now, new ConfirmNotices(Id), At)));
        Only(fails, Failed, given.When(now => FailNotices.Decide(now, new FailNotices(Id, "timeout"), At)));
        Only(ends, new NoticesEnded(Id, NoticeEnding.Expired), given.When(now => EndNotices.Decide(now, new EndNotices(Id, NoticeEnding.Expired), At)));
        Only(withdraws, Withdrawn, given.When(now => WithdrawNotices.Decide(now, new WithdrawNotices(Id), At)));
    }

    [Fact]
    public void several_are_asked_for_and_withdrawn_as_each_alone_would_be()
    {
        var asked = new RequestNotices(Id, Requested.Institution, Requested.Client, Requested.Scopes, Requested.Server, Wish);
        Given().When(now => ChangeNotices.Decide(now, new NoticeChange(Id, asked), RequestNotices.Most - 1, At)).Then(Requested);
        Given().When(now => ChangeNotices.Decide(now, new NoticeChange(Id, asked), RequestNotices.Most, At)).ThenRefused("subscription-too-many");
        Given(Requested, Confirmed).When(now => ChangeNotices.Decide(now, new NoticeChange(Id, null), 0, At)).Then(Withdrawn);
        Given(Requested, Withdrawn).When(now => ChangeNotices.Decide(now, new NoticeChange(Id, null), 0, At)).ThenNothing();
    }

    [Fact]
    public void of_several_the_shape_of_each_is_looked_at_and_none_comes_twice()
    {
        var (asked, late) = (Requested, Wish with { TimeoutSeconds = 61 });
        RequestNotices Of(string id, NoticeWish wish) => new(new(id), asked.Institution, asked.Client, asked.Scopes, asked.Server, wish);
        NoticeChange Change(string id, NoticeWish? wish) => new(new(id), wish is null ? null : Of(id, wish));
        Assert.Empty(new ChangeNotices([Change("a", Wish), Change("b", null)]).Shape());
        Assert.Equal([("subscription-timeout", "Changes[1].TimeoutSeconds")], new ChangeNotices([Change("a", Wish), Change("b", late)]).Shape().Select(fault => (fault.Code, fault.Field!)));
        Assert.Equal(["subscription-twice"], new ChangeNotices([Change("a", Wish), Change("a", null)]).Shape().Select(fault => fault.Code));
        Assert.Equal(["subscription-twice"], new ChangeNotices([]).Shape().Select(fault => fault.Code));
    }

    private static void Only(bool happens, NoticeEvent e, Decided<NoticeSubscription, NoticeEvent> decided)
    {
        if (happens)
            decided.Then(e);
        else
            decided.ThenNothing();
    }

    private static Given<NoticeSubscription, NoticeEvent> Given(params IReadOnlyList<NoticeEvent> events) => Spec.Given(NoticeSubscription.Initial, NoticeSubscription.Evolve, events);

    private static Func<NoticeSubscription, Outcome<NoticeEvent>> Ask(NoticeWish? wish = null, bool off = false, int others = 0) => state =>
        RequestNotices.Decide(state, new RequestNotices(Id, Requested.Institution, Requested.Client, Requested.Scopes, Requested.Server, wish ?? Wish, off), others, At);
}
