using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Pages.Shared;

/// <summary>The menu, in the order of the work. Each context adds its own lines; a role sees what it may open.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationEntry> Entries =
    [
        new(Permission.ReadWorklist, "/applications", new("심의 업무목록", "Worklist"), new("치료계획 신청을 법정 기한 순서로 보고 처리합니다.", "Work on applications in the order of their legal clock.")),
        new(Permission.ReadTrials, "/trials", new("임상시험", "Clinical trials"), new("근거가 되는 임상시험의 결과 자료를 보고 등록합니다.", "See and record the results of the trials relied on.")),
        new(Permission.ReadTreatments, "/treatments", new("치료대상자", "Treated subjects"), new("등록된 대상자와 투여 기록을 봅니다.", "See enrolled subjects and what they received.")),
        new(Permission.ReadSafety, "/safety", new("이상반응", "Adverse events"), new("이상반응을 로트·공여자·운송까지 추적합니다.", "Trace adverse events to lot, donor and shipment.")),
        new(Permission.ReadSandbox, "/sandbox", new("샌드박스 실적", "Sandbox proof"), new("기록에서 센 실적을 보고, 규제특례의 부가조건을 관리합니다.", "See counts taken from the records, and how exemptions are kept.")),
        new(Permission.ReadCells, "/cells/shipments", new("원료세포 운송", "Cell shipments"), new("운송을 예고하고, 도착한 원료세포를 스캔하고 검사하여 로트마다 판정합니다.", "Announce shipments; scan and inspect what arrived, and decide lot by lot.")),
        new(Permission.ReadCells, "/cells/lots", new("원료세포 로트", "Cell lots"), new("로트의 상태와 이력을 공여자, 운송, 온도기록까지 추적합니다.", "Trace a lot to its donor, shipment and temperature log.")),
        new(Permission.RecordShipment, "/cells/donors", new("공여자", "Donors"), new("공여자를 등록하고 감염성 질환 검사를 기록합니다.", "Register donors and record their infectious-disease tests.")),
        new(Permission.RecordShipment, "/cells/specifications", new("운송 규격", "Transport specifications"), new("제품의 판마다 온도 한도를 정합니다.", "Define temperature limits for each version of a product.")),
        new(Permission.ManageAccounts, "/admin/accounts", new("계정 관리", "Accounts"), new("사용자 계정을 만들고 잠금과 비밀번호를 관리합니다.", "Create accounts, lock and unlock them, and reset passwords.")),
        new(Permission.OperateService, "/admin/operations", new("운영 상태", "Operations"), new("뒤따르는 처리와 봉인의 상태를 보고, 멈춘 처리를 다시 시작합니다.", "See what follows the events and the seal, and restart what stopped.")),
        new(Permission.ManageAccounts, "/admin/clients", new("연계 시스템", "System clients"), new("의료기관 정보시스템의 접속 자격을 발급하고 회수합니다.", "Issue and revoke the credentials of hospital systems.")),
    ];

    public static IEnumerable<NavigationEntry> For(Role role) => Entries.Where(entry => role.Holds(entry.Permission));
}

/// <summary>One line of the menu.</summary>
/// <param name="Permission">What the page behind it asks for.</param>
/// <param name="Path">Absolute path of the page.</param>
/// <param name="Task">What one does there; shown on the home page.</param>
public sealed record NavigationEntry(Permission Permission, string Path, Bilingual Title, Bilingual Task);
