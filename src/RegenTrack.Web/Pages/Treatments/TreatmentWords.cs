using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Treatments;

namespace RegenTrack.Web.Pages.Treatments;

/// <summary>How treatment is spoken of on screen.</summary>
public static class TreatmentWords
{
    public static Bilingual Name(this EligibilityGround ground) => ground switch
    {
        EligibilityGround.Serious => new("중대한 질환", "Serious disease"),
        EligibilityGround.Rare => new("희귀질환", "Rare disease"),
        _ => new("난치질환", "Intractable disease"),
    };

    public static Bilingual Name(this ConsentSigner signer) => signer switch
    {
        ConsentSigner.Subject => new("본인", "The subject"),
        ConsentSigner.MinorAndParents => new("미성년자 본인과 부모", "The minor and the parents"),
        ConsentSigner.LegalRepresentative => new("법정대리인", "Legal representative"),
        ConsentSigner.Spouse => new("배우자", "Spouse"),
        ConsentSigner.Ascendant => new("직계존속", "Ascendant"),
        _ => new("직계비속", "Descendant"),
    };

    public static Bilingual Title(TreatmentEvent e) => e switch
    {
        SubjectEnrolled => new("대상자 등록", "Subject enrolled"),
        AdministrationRecorded given => new($"투여: 로트 {given.Lot.Value}", $"Administered: lot {given.Lot.Value}"),
        ConsentWithdrawn => new("동의 철회", "Consent withdrawn"),
        _ => new("변경", "Change"),
    };
}
