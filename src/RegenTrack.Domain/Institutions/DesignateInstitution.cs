using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Institutions;

/// <summary>Record that the ministry designated an institution (A10): only then may it apply.</summary>
public sealed record DesignateInstitution(InstitutionId Institution, Bilingual Name, string Number, string Address, DateOnly DesignatedOn)
    : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Number))
            yield return new Refusal("required", "지정번호를 입력하세요.", "Enter the designation number.", null, nameof(Number));
        if (string.IsNullOrWhiteSpace(Name.Korean) || string.IsNullOrWhiteSpace(Name.English))
            yield return new Refusal("required", "기관명을 한글과 영문으로 입력하세요.", "Enter the name in Korean and in English.", null, nameof(Name));
    }

    public static Outcome<InstitutionEvent> Decide(Institution state, DesignateInstitution command, Circumstances at)
    {
        var designated = new InstitutionDesignated(command.Institution, command.Name, command.Number, command.Address, command.DesignatedOn);
        if (state.Exists)
            return state == Institutions.Institution.Evolve(state, designated) ? Outcome<InstitutionEvent>.Accept() : AlreadyDesignated;
        if (command.DesignatedOn > at.Today)
            return new Refusal("designated-in-future", "지정일이 오늘보다 늦습니다.", "The day of designation lies in the future.", null, nameof(DesignatedOn));
        return designated;
    }

    private static readonly Refusal AlreadyDesignated = new(
        "institution-already-designated", "이미 다른 내용으로 지정된 기관입니다.", "This institution is already designated with other content.", null, nameof(Institution));
}
