using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>Refusals that several commands of the trial share.</summary>
internal static class TrialRefusals
{
    public static readonly Rule SponsorNotices = new(
        "DS30-1-10",
        new Bilingual("임상시험 의뢰자의 보고: 마지막 관찰 종료 20일, 결과 1년", "Sponsor's notices: last observation end 20 days, final result 1 year"),
        new Citation(new Bilingual("의약품 등의 안전에 관한 규칙 제30조제1항제10호", "Regulation on Safety of Medicinal Products, article 30(1)10"), new DateOnly(2013, 3, 23)));

    public static Refusal NotRegistered(TrialId trial) => new(
        "trial-not-registered",
        $"등록되지 않은 임상시험입니다: {trial.Value}. 먼저 등록 정보를 가져오십시오.",
        $"No trial is registered as {trial.Value}. Import its registry record first.");

    public static Refusal InTheFuture(string field, DateOnly day) => new(
        "date-in-future",
        $"{day:yyyy-MM-dd}은(는) 아직 오지 않은 날입니다.",
        $"{day:yyyy-MM-dd} has not come yet.",
        field: field);
}
