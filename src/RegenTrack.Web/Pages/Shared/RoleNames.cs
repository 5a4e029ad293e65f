using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Pages.Shared;

/// <summary>Roles by the names that people use for them.</summary>
public static class RoleNames
{
    /// <summary>The roles that a person's account may have.</summary>
    public static readonly IReadOnlyList<Role> OfPeople =
        [Role.Secretariat, Role.Expert, Role.Committee, Role.Inspector, Role.SafetyOfficer, Role.SandboxOfficer, Role.Auditor, Role.Administrator];

    public static Bilingual Name(this Role role) => role switch
    {
        Role.HospitalSystem => new("의료기관 정보시스템", "Hospital system"),
        Role.Secretariat => new("사무국", "Secretariat"),
        Role.Expert => new("전문위원", "Expert reviewer"),
        Role.Committee => new("심의위원", "Committee member"),
        Role.Inspector => new("수입 검사관", "Import inspector"),
        Role.SafetyOfficer => new("안전관리 담당관", "Safety officer"),
        Role.SandboxOfficer => new("규제샌드박스 담당관", "Sandbox officer"),
        Role.Auditor => new("감사관", "Auditor"),
        Role.Administrator => new("시스템 관리자", "Administrator"),
        _ => new("시스템", "System"),
    };
}
