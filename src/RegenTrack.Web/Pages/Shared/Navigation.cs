using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Pages.Shared;

/// <summary>The menu, in the order of the work. Each context adds its own lines; a role sees what it may open.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationEntry> Entries =
    [
        new(Permission.ReadTrials, "/trials", new("임상시험", "Clinical trials"), new("근거가 되는 임상시험의 결과 자료를 보고 등록합니다.", "See and record the results of the trials relied on.")),
        new(Permission.ReadTreatments, "/treatments", new("치료대상자", "Treated subjects"), new("등록된 대상자와 투여 기록을 봅니다.", "See enrolled subjects and what they received.")),
        new(Permission.ReadSafety, "/safety", new("이상반응", "Adverse events"), new("이상반응을 로트·공여자·운송까지 추적합니다.", "Trace adverse events to lot, donor and shipment.")),
        new(Permission.ReadSandbox, "/sandbox", new("샌드박스 실적", "Sandbox proof"), new("기록에서 센 실적을 보고, 규제특례의 부가조건을 관리합니다.", "See counts taken from the records, and how exemptions are kept.")),
        new(Permission.ManageAccounts, "/admin/accounts", new("계정 관리", "Accounts"), new("사용자 계정을 만들고 잠금과 비밀번호를 관리합니다.", "Create accounts, lock and unlock them, and reset passwords.")),
        new(Permission.ManageAccounts, "/admin/clients", new("연계 시스템", "System clients"), new("의료기관 정보시스템의 접속 자격을 발급하고 회수합니다.", "Issue and revoke the credentials of hospital systems.")),
    ];

    public static IEnumerable<NavigationEntry> For(Role role) => Entries.Where(entry => role.Holds(entry.Permission));
}

/// <summary>One line of the menu.</summary>
/// <param name="Permission">What the page behind it asks for.</param>
/// <param name="Path">Absolute path of the page.</param>
/// <param name="Task">What one does there; shown on the home page.</param>
public sealed record NavigationEntry(Permission Permission, string Path, Bilingual Title, Bilingual Task);
