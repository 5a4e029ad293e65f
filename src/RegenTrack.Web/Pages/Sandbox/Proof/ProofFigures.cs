using System.Globalization;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;

namespace RegenTrack.Web.Pages.Sandbox.Proof;

/// <summary>Which counts are shown, in the order of the story.</summary>
internal static class ProofFigures
{
    private const string Worklist = "/applications";
    private const string Lots = "/cells/lots";
    private const string Cases = "/treatments";
    private const string Events = "/safety";

    public static IReadOnlyList<ProofGroup> Of(App.Sandbox.Proof proof) =>
    [
        new(new("근거", "Evidence"),
        [
            new(new("근거로 쓴 임상시험", "Trials relied on"), Number(proof.Of("trial")), "/trials", Permission.ReadTrials),
        ]),
        new(new("치료계획", "Treatment plans"),
        [
            new(new("신청", "Applications"), Number(proof.Of("application")), Worklist, Permission.ReadWorklist),
            new(new("접수 전", "Before receipt"), Number(Stages(proof, Stage.Submitted))),
            new(new("검토·심의 중", "Under review"), Number(Stages(proof, Stage.Received, Stage.ExpertReview, Stage.Deliberation)), Worklist, Permission.ReadWorklist),
            new(new("적합", "Suitable"), Number(Stages(proof, Stage.Suitable))),
            new(new("부적합·반려", "Unsuitable or returned"), Number(Stages(proof, Stage.Unsuitable, Stage.Returned))),
            new(new("법정 기한 사용일(중앙값, 근무일)", "Working days on the clock (median)"), proof.MedianDays?.ToString("0.#", CultureInfo.InvariantCulture) ?? "–"),
        ]),
        new(new("원료세포", "Raw cells"),
        [
            new(new("입고된 로트", "Lots received"), Number(proof.Of("lot", "Received", "Released", "OnHold", "Rejected")), Lots, Permission.ReadCells),
            new(new("공급가능", "Released"), Number(proof.Of("lot", "Released")), Lots + "?state=Released", Permission.ReadCells),
            new(new("보류", "On hold"), Number(proof.Of("lot", "OnHold")), Lots + "?state=OnHold", Permission.ReadCells),
            new(new("부적합", "Rejected"), Number(proof.Of("lot", "Rejected")), Lots + "?state=Rejected", Permission.ReadCells),
            new(new("온도 이탈이 있는 운송 기록", "Temperature logs with excursions"), Number(proof.Of("excursion"))),
        ]),
        new(new("치료와 안전", "Treatment and safety"),
        [
            new(new("등록 대상자", "Subjects enrolled"), Number(proof.Of("subject")), Cases, Permission.ReadTreatments),
            new(new("치료받은 대상자", "Subjects treated"), Number(proof.Of("subject", "Treated")), Cases, Permission.ReadTreatments),
            new(new("투여", "Administrations"), Number(proof.Of("administration")), Cases, Permission.ReadTreatments),
            new(new("중대한 이상반응", "Serious adverse events"), Number(proof.Of("adverse-event", "Serious")), Events + "?filter=serious", Permission.ReadSafety),
            new(new("그 밖의 이상반응", "Other adverse events"), Number(proof.Of("adverse-event", "Other")), Events + "?filter=other", Permission.ReadSafety),
        ]),
    ];

    private static int Stages(App.Sandbox.Proof proof, params ReadOnlySpan<Stage> stages)
    {
        var sum = 0;
        foreach (var stage in stages)
            sum += proof.Of("application", stage.ToString());
        return sum;
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
