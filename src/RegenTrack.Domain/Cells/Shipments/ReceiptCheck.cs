namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>The checks on receipt, in the order in which they are made.</summary>
public enum CheckKind
{
    /// <summary>서류검사.</summary>
    Documentary,

    /// <summary>동일성검사.</summary>
    Identity,

    /// <summary>현물검사.</summary>
    Physical,

    /// <summary>운송온도.</summary>
    Temperature,
}

public enum CheckResult
{
    /// <summary>적합.</summary>
    Satisfactory,

    /// <summary>조치 후 적합.</summary>
    SatisfactoryAfterIntervention,

    /// <summary>부적합.</summary>
    NotSatisfactory,

    /// <summary>미실시.</summary>
    NotDone,

    /// <summary>예외 인정.</summary>
    Derogation,
}

/// <summary>How deep an identity check went.</summary>
public enum IdentityDepth
{
    Seal,
    Full,
}

/// <summary>One check as recorded. A later one of the same kind and container replaces it; both stay in the stream.</summary>
/// <param name="Container">Null: all containers.</param>
/// <param name="Reason">Why the result is anything but satisfactory.</param>
/// <param name="Photo">SHA-256 of a photo.</param>
public sealed record ReceiptCheck(CheckKind Kind, CheckResult Result, string? Container, IdentityDepth? Depth, string? Reason, string? Photo)
{
    public bool Passes => Result is CheckResult.Satisfactory or CheckResult.SatisfactoryAfterIntervention or CheckResult.Derogation;
}

/// <summary>What was found at a seal.</summary>
/// <param name="ResealedWith">Number of the new seal, when one was set.</param>
public sealed record SealFinding(string Container, string Found, bool Intact, string? Photo, string? ResealedWith);
