using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Safety.Published;
using RegenTrack.Domain.Treatments.Published;

namespace RegenTrack.Domain.Safety;

/// <summary>Report an adverse event: all of them, whatever the causality.</summary>
/// <param name="Administration">The suspect administration; null: the latest one before the onset.</param>
/// <param name="Term">What happened, in the reporter's words or a coded term's text.</param>
/// <param name="AwareAt">Instant at which the institution became aware.</param>
/// <param name="PreparedFrom">Day of the first preparatory procedure (collection, catheter), when there was one before the first administration.</param>
/// <param name="BoardInformedOn">Day on which the institution's IRB was told.</param>
/// <param name="LateReason">Why the report comes late, when it does.</param>
public sealed record ReportAdverseEvent(
    AdverseEventId AdverseEvent,
    TreatmentCaseId Case,
    AdministrationId? Administration,
    string Term,
    DateOnly OnsetOn,
    DateTimeOffset AwareAt,
    Assessment Assessment,
    DateOnly? PreparedFrom = null,
    DateOnly? BoardInformedOn = null,
    string? LateReason = null) : IShaped
{
    public IEnumerable<Refusal> Shape() => string.IsNullOrWhiteSpace(Term)
        ? [SafetyRefusals.Required(nameof(Term)), .. Assessment.Shape()]
        : Assessment.Shape();

    public static Outcome<SafetyEvent> Decide(AdverseEvent state, ReportAdverseEvent command, ReportFacts facts, Circumstances at)
    {
        if (!facts.Case.Exists || (at.By.Role == Role.HospitalSystem && at.By.Institution != facts.Case.Institution.Value))
            return UnknownCase;
        if (state.Exists)
            return Same(state, command) ? Outcome<SafetyEvent>.Accept() : AlreadyReported;
        var suspect = Suspect(command, facts.Case);
        var duty = ReportingDuty.Of(command.Assessment.IsSerious, command.AwareAt, facts.Terms, at.Holidays);
        List<Refusal> refusals = [.. DateFaults(command, at), .. ExposureFaults(command, facts.Case, suspect), .. LateFaults(command, duty, at)];
        return refusals.Count > 0
            ? Outcome<SafetyEvent>.Refuse(refusals)
            : new AdverseEventReported(
                command.AdverseEvent, command.Case, facts.Case.Subject, facts.Case.Institution, facts.Case.Plan,
                suspect?.Administration, suspect?.Lot, command.Term, command.OnsetOn, command.AwareAt.ToUniversalTime(),
                command.Assessment, command.BoardInformedOn, duty.Due.ToUniversalTime(), duty.IsLate(at.Now) ? command.LateReason : null);
    }

    private static AdministrationFacts? Suspect(ReportAdverseEvent command, CaseFacts known) => command.Administration is { } named
        ? known.Administrations.FirstOrDefault(given => given.Administration == named)
        : known.Administrations.Where(given => given.On <= command.OnsetOn).MaxBy(given => given.On);

    private static IEnumerable<Refusal> DateFaults(ReportAdverseEvent command, Circumstances at)
    {
        if (command.OnsetOn > at.Today)
            yield return SafetyRefusals.InTheFuture(nameof(OnsetOn));
        if (command.AwareAt > at.Now)
            yield return SafetyRefusals.InTheFuture(nameof(AwareAt));
        if (command.BoardInformedOn > at.Today)
            yield return SafetyRefusals.InTheFuture(nameof(BoardInformedOn));
        if (command.Assessment.EndedOn > at.Today)
            yield return SafetyRefusals.InTheFuture(nameof(Assessment.EndedOn));
        if (command.Assessment.EndedOn < command.OnsetOn)
            yield return SafetyRefusals.EndsBeforeOnset;
        if (KoreanTime.DayOf(command.AwareAt) < command.OnsetOn)
            yield return new Refusal("aware-before-onset", "인지일이 발현일보다 빠릅니다.", "The institution cannot have known before the onset.", null, nameof(AwareAt));
    }

    private static IEnumerable<Refusal> ExposureFaults(ReportAdverseEvent command, CaseFacts known, AdministrationFacts? suspect)
    {
        if (command.Administration is not null && suspect is null)
            yield return new Refusal("administration-unknown", "이 대상자에게 그런 투여 기록이 없습니다.", "This subject has no such administration.", null, nameof(Administration));
        if (command.PreparedFrom < known.ConsentedOn)
            yield return new Refusal("prepared-before-consent", "처치 전 단계의 날짜가 동의일보다 빠릅니다.", "The preparatory procedure precedes the consent.", SafetyRules.Scope, nameof(PreparedFrom));
        var exposedFrom = Earliest(known.FirstAdministeredOn, command.PreparedFrom);
        if (exposedFrom is null || command.OnsetOn < exposedFrom)
            yield return new Refusal("onset-before-exposure", "발현일이 첫 투여(또는 채취 등 처치)보다 빠릅니다. 그 전의 증상은 병력으로 기록합니다.", "The onset precedes the first administration or collection. Earlier symptoms are medical history.", SafetyRules.Scope, nameof(OnsetOn));
        else if (suspect is not null && command.OnsetOn < suspect.On)
            yield return new Refusal("onset-before-suspect", "발현일이 의심 투여일보다 빠릅니다.", "The onset precedes the suspect administration.", SafetyRules.Scope, nameof(Administration));
    }

    private static IEnumerable<Refusal> LateFaults(ReportAdverseEvent command, ReportingDuty duty, Circumstances at)
    {
        if (duty.IsLate(at.Now) && string.IsNullOrWhiteSpace(command.LateReason))
            yield return SafetyRefusals.LateWithoutReason;
    }

    private static DateOnly? Earliest(DateOnly? one, DateOnly? other) =>
        one is null || other < one ? other ?? one : one;

    private static readonly Refusal UnknownCase = new(
        "case-unknown", "그런 치료대상자 등록이 없습니다.", "There is no such enrolment.", null, nameof(Case));

    private static readonly Refusal AlreadyReported = new(
        "adverse-event-already-reported", "이미 다른 내용으로 보고된 이상반응입니다. 추가 보고로 고치세요.", "This event is already reported with other content. Correct it by a follow-up.", null, nameof(AdverseEvent));

    private static bool Same(AdverseEvent state, ReportAdverseEvent asked) =>
        state.Case == asked.Case && state.Term == asked.Term && state.OnsetOn == asked.OnsetOn && state.AwareAt == asked.AwareAt
        && (asked.Administration is null || state.Administration == asked.Administration)
        && state.FollowUps.Count == 0 && state.Assessment!.SameAs(asked.Assessment);
}

/// <summary>What a report looks up: the case, and the numbers that the law leaves open.</summary>
public sealed record ReportFacts(CaseFacts Case, SafetyTerms Terms);
