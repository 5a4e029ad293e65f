using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Applications;

/// <summary>The stages in words.</summary>
public static class StageText
{
    public static Bilingual Of(Stage stage) => stage switch
    {
        Stage.Submitted => new("접수 대기", "Awaiting receipt"),
        Stage.IntakeSupplement => new("접수 전 보완", "Supplement before receipt"),
        Stage.Received => new("접수", "Received"),
        Stage.ExpertReview => new("전문위원 검토", "Expert review"),
        Stage.ReviewSupplement => new("보완", "Supplement"),
        Stage.Deliberation => new("심의", "Deliberation"),
        Stage.Suitable => new("적합", "Suitable"),
        Stage.Unsuitable => new("부적합", "Unsuitable"),
        Stage.Returned => new("반려", "Returned"),
        _ => new("없음", "None"),
    };
}
