using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells;

/// <summary>Refusals that several commands of cells share.</summary>
internal static class CellsRefusals
{
    public static Refusal Required(string field) => new("required", "필수 항목입니다.", "This is required.", null, field);

    public static Refusal InTheFuture(string field) => new("in-the-future", "아직 오지 않은 날짜·시각입니다.", "This date or time is in the future.", null, field);

    public static Refusal AlreadyRecorded(string field) => new(
        "already-recorded-otherwise", "이미 다른 내용으로 기록되었습니다. 화면을 새로 고쳐 기록된 내용을 확인하세요.", "This is already recorded with other content. Reload and look at what is recorded.", null, field);

    public static Refusal OnePastTheOther(string field, string korean, string english) => new("out-of-order", korean, english, null, field);
}
