namespace RegenTrack.Domain.Cells.Published;

/// <summary>Where a lot stands between announcement and the decision that lets it be supplied or not.</summary>
public enum LotState
{
    /// <summary>Not known here.</summary>
    Unknown,

    /// <summary>예고됨: announced with its shipment.</summary>
    Announced,

    /// <summary>표준통관예정보고 완료.</summary>
    PreClearanceReported,

    /// <summary>운송 중.</summary>
    InTransit,

    /// <summary>입고대기: arrived, in the waiting area.</summary>
    WaitingQuarantine,

    /// <summary>입고검사 중.</summary>
    UnderReceiptInspection,

    /// <summary>공급가능.</summary>
    Released,

    /// <summary>보류(격리).</summary>
    OnHold,

    /// <summary>부적합(격리).</summary>
    Rejected,
}
