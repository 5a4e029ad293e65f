namespace RegenTrack.Domain.Applications;

/// <summary>Where an application stands.</summary>
public enum Stage
{
    /// <summary>Nothing is known under this id.</summary>
    None,

    /// <summary>제출: filed, receipt not confirmed.</summary>
    Submitted,

    /// <summary>접수 전 보완.</summary>
    IntakeSupplement,

    /// <summary>접수: the clock runs.</summary>
    Received,

    /// <summary>전문위원 검토.</summary>
    ExpertReview,

    /// <summary>심의 보완: the clock stands still.</summary>
    ReviewSupplement,

    /// <summary>심의.</summary>
    Deliberation,

    /// <summary>적합.</summary>
    Suitable,

    /// <summary>부적합.</summary>
    Unsuitable,

    /// <summary>반려.</summary>
    Returned,
}
