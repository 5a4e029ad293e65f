using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Institutions;

public abstract record InstitutionEvent;

/// <summary>The ministry designated it (지정).</summary>
public sealed record InstitutionDesignated(
    InstitutionId Institution, Bilingual Name, string Number, string Address, DateOnly DesignatedOn) : InstitutionEvent;

/// <summary>One designated institution as it stands.</summary>
public sealed record Institution(InstitutionId Id, bool Exists, Bilingual Name, string Number, string Address, DateOnly DesignatedOn)
{
    public static readonly Institution Initial = new(default, false, new("", ""), "", "", default);

    /// <summary>What other contexts may know.</summary>
    public DesignationFacts Facts() => new(Id, Exists, Name.Korean, Number);

    public static Institution Evolve(Institution state, InstitutionEvent e) => e switch
    {
        InstitutionDesignated d => new Institution(d.Institution, true, d.Name, d.Number, d.Address, d.DesignatedOn),
        _ => state,
    };
}
