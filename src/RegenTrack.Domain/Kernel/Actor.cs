namespace RegenTrack.Domain.Kernel;

/// <summary>Who acts: a person or a system by its account id, in one role, for a hospital system bound to one institution.</summary>
/// <param name="Id">Account id; never a name.</param>
/// <param name="Institution">Identifier of the institution a hospital system speaks for; null for everybody else.</param>
public sealed record Actor(string Id, Role Role, string? Institution = null);

/// <summary>The roles of people and systems. One account acts in one role.</summary>
public enum Role
{
    /// <summary>재생의료기관의 정보시스템: a hospital's own system, through the FHIR API.</summary>
    HospitalSystem,

    /// <summary>심의위원회 사무국.</summary>
    Secretariat,

    /// <summary>전문위원회 위원.</summary>
    Expert,

    /// <summary>심의위원회 위원.</summary>
    Committee,

    /// <summary>수입 검사관.</summary>
    Inspector,

    /// <summary>안전관리 담당관.</summary>
    SafetyOfficer,

    /// <summary>규제샌드박스 담당관.</summary>
    SandboxOfficer,

    /// <summary>감사관.</summary>
    Auditor,

    /// <summary>시스템 관리자.</summary>
    Administrator,

    /// <summary>RegenTrack itself, when a reaction follows up a fact of another context.</summary>
    System,
}
