using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells;

/// <summary>Rules for imported raw cells: those of the nearest route that exists (importers of cells), which sandbox (b) inherits.</summary>
internal static class CellsRules
{
    private static readonly DateOnly RuleInForce = new(2025, 6, 10);
    private static readonly DateOnly NoticeInForce = new(2024, 11, 12);

    public static readonly Rule DonorExclusion = Of(
        "P20-1", "채취·수입 전에 공여자 적합성을 확인해야 합니다.", "Donor eligibility is confirmed before cells are collected or imported.", "제20조제1항", "Art. 20(1)");

    public static readonly Rule DonorTests = Of(
        "P31-2-2", "공여자 감염성 질환 검사는 모두 음성이어야 합니다.", "All infectious-disease tests of the donor must be negative.", "제31조제2항제2호, 별표 1", "Art. 31(2)2, annex 1");

    public static readonly Rule ExporterCertificate = Of(
        "P27-1-4", "수출국 정부 등이 발행한 해외 시설의 증명서가 유효해야 합니다.", "The foreign site needs a valid certificate issued by the exporting government or an authorised public body.", "제27조제1항제4호", "Art. 27(1)4");

    public static readonly Rule PreClearance = Notice(
        "NC12", "통관 전에 표준통관예정보고를 해야 합니다.", "The standard pre-clearance report is made before customs.", "제12조", "Art. 12");

    public static readonly Rule Receipt = Notice(
        "NC-A5-8.2", "인수할 때 서류와 일치하는지, 용기와 운송조건이 적정한지 확인하고 판정 전에는 입고대기 구역에 격리합니다.", "On receipt, identity against documents, container and transport conditions are inspected; until decided the cells wait in quarantine.", "별표 5 제8.2호", "annex 5, 8.2");

    public static readonly Rule StorageStates = Notice(
        "NC-A5-8.6", "공급가능, 검사 전, 부적합 세포를 구분하여 보관합니다.", "Suppliable, untested and rejected cells are kept apart.", "별표 5 제8.6호", "annex 5, 8.6");

    public static readonly Rule Transport = Notice(
        "NC-A5-8.8", "운송조건과 허용시간을 기록하고 지켜야 합니다.", "Transport conditions and allowable time are recorded and kept.", "별표 5 제8.8호", "annex 5, 8.8");

    private static Rule Of(string id, string korean, string english, string article, string englishArticle) => new(
        id, new(korean, english), new Citation(new("첨단바이오의약품 안전 및 지원에 관한 규칙 " + article, "Rule on advanced biopharmaceuticals (Prime Minister's Decree) " + englishArticle), RuleInForce));

    private static Rule Notice(string id, string korean, string english, string article, string englishArticle) => new(
        id, new(korean, english), new Citation(new("인체세포등 및 첨단바이오의약품의 품목허가·안전 등에 관한 규정 " + article, "Notice on human cells and advanced biopharmaceuticals " + englishArticle), NoticeInForce));
}
