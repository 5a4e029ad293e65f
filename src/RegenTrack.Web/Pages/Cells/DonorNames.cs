using RegenTrack.Domain.Cells.Donors;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Pages.Cells;

/// <summary>What people call the infection tests of a donor and their results.</summary>
public static class DonorNames
{
    public static Bilingual Of(Marker marker) => marker switch
    {
        Marker.HbsAg => new("B형간염 표면항원(HBsAg)", "HBsAg (hepatitis B surface antigen)"),
        Marker.HbvNat => new("B형간염 핵산(HBV NAT)", "HBV NAT"),
        Marker.HcvAntibody => new("C형간염 항체(anti-HCV)", "Anti-HCV"),
        Marker.HcvNat => new("C형간염 핵산(HCV NAT)", "HCV NAT"),
        Marker.HivAntibody => new("HIV 항체(anti-HIV)", "Anti-HIV"),
        Marker.HivNat => new("HIV 핵산(HIV NAT)", "HIV NAT"),
        Marker.SyphilisNonTreponemal => new("매독 비트레포네마 검사", "Syphilis, non-treponemal"),
        Marker.SyphilisTreponemal => new("매독 트레포네마 검사", "Syphilis, treponemal"),
        Marker.HtlvAntibody => new("HTLV 항체(anti-HTLV)", "Anti-HTLV"),
        Marker.CmvAntibody => new("거대세포바이러스 항체(anti-CMV)", "Anti-CMV"),
        Marker.CmvNat => new("거대세포바이러스 핵산(CMV NAT)", "CMV NAT"),
        Marker.ChlamydiaNat => new("클라미디아 핵산", "Chlamydia NAT"),
        Marker.GonorrhoeaNat => new("임질 핵산", "Gonorrhoea NAT"),
        Marker.WestNileNat => new("웨스트나일바이러스 핵산", "West Nile virus NAT"),
        Marker.TrypanosomaCruziAntibody => new("샤가스병 항체(T. cruzi)", "Anti-T. cruzi (Chagas)"),
        Marker.MalariaAntibody => new("말라리아 항체", "Anti-malaria"),
        _ => throw new ArgumentOutOfRangeException(nameof(marker), marker, null),
    };

    public static Bilingual Of(MarkerResult result) => result switch
    {
        MarkerResult.Negative => new("음성", "Negative"),
        MarkerResult.Positive => new("양성", "Positive"),
        _ => new("판정불가", "Indeterminate"),
    };
}
