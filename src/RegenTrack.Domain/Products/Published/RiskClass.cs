namespace RegenTrack.Domain.Products.Published;

/// <summary>위험도 of a treatment, lowest first, so that a combination takes the greatest of its parts.</summary>
public enum RiskClass
{
    Low,
    Medium,
    High,
}
