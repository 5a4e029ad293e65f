using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Shipments;

/// <summary>How one document of the checklist was found.</summary>
public enum ItemAnswer
{
    Present,
    Missing,
    NotApplicable,
}

/// <summary>One document that comes with imported cells.</summary>
public sealed record DocumentItem(string Key, Bilingual Name);

/// <summary>The document set of the source country. Keys are stored with the answers and never change meaning.</summary>
public static class DocumentChecklist
{
    public static readonly IReadOnlyList<DocumentItem> Items =
    [
        new("exporter-authorisation", new("수출기관 허가(GMP/GTP) 및 공적기관 증명서", "Exporter authorisation and public-body certificate")),
        new("donor-eligibility", new("공여자 적합성 판정서(책임자 명시)", "Donor eligibility determination, responsible person named")),
        new("laboratory-reports", new("검사성적서 및 검사기관 인정서", "Laboratory reports and accreditation")),
        new("donor-consent", new("공여 동의(수출·국내 치료 사용 포함)", "Donor consent, covering export and therapeutic use in Korea")),
        new("ethics", new("윤리 승인(무상 기증 확인)", "Ethics approval, no payment")),
        new("collection-record", new("채취 기록", "Collection record")),
        new("process-record", new("처리 기록 및 일탈 목록", "Process record and deviations")),
        new("certificate-of-analysis", new("시험성적서(CoA)", "Certificate of analysis")),
        new("cell-bank", new("세포은행 보고서", "Cell-bank report")),
        new("tse", new("TSE/BSE 및 시약 유래", "TSE/BSE and reagent origin")),
        new("cites", new("CITES(동물 유래)", "CITES, if of animal origin")),
        new("transport-validation", new("운송 밸리데이션·용기 적격성", "Transport validation and shipper qualification")),
        new("traceability", new("추적성 진술서 및 회수 연락처", "Traceability statement and recall contact")),
        new("quality-agreement", new("품질협약(회수·소급·감사·보존)", "Quality agreement")),
        new("translation", new("국문 요약", "Korean summary")),
        new("customs", new("송장·포장명세·항공운송장·표준통관예정보고", "Invoice, packing list, air waybill, pre-clearance report")),
    ];
}
