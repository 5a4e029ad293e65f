using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Pages;

/// <summary>What a page says when the world has moved on since it was opened.</summary>
public static class Conflicts
{
    public static readonly Refusal SomeoneWasFaster = new("someone-was-faster",
        "그 사이 다른 담당자가 먼저 처리하였습니다. 저장된 것은 없습니다. 현재 상태를 확인한 뒤 다시 결정하십시오.",
        "Somebody else acted on this in the meantime. Nothing was saved. Look at the current state, then decide again.");

    public static readonly Refusal Gone = new("absent",
        "대상을 찾을 수 없습니다. 목록에서 다시 찾으십시오.",
        "This could not be found. Look for it in the list again.");
}
