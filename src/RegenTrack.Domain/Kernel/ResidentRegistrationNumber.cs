using System.Text.RegularExpressions;

namespace RegenTrack.Domain.Kernel;

/// <summary>주민등록번호: recognised only to be refused. A service operator is not among those whom PI24-2 lets process it.</summary>
public static partial class ResidentRegistrationNumber
{
    public static readonly Rule Rule = new(
        "PI24-2",
        new Bilingual("주민등록번호는 법령이 정한 자만 처리할 수 있습니다.", "Resident registration numbers may be processed only by those the statute names."),
        new Citation(new Bilingual("개인정보 보호법 제24조의2제1항", "Personal Information Protection Act, Art. 24-2(1)"), new DateOnly(2014, 8, 7)));

    /// <summary>Whether a text holds something shaped like one: a plausible birth date, a separator or none, and seven digits from 1 to 8.</summary>
    public static bool AppearsIn(string text) => Shaped().IsMatch(text);

    /// <summary>The refusal; it never repeats the value.</summary>
    public static Refusal Refuse(string? field = null) => new(
        "resident-registration-number",
        "주민등록번호로 보이는 값은 받지 않습니다. 병원 환자번호나 연구번호를 쓰십시오.",
        "A value shaped like a resident registration number is not accepted. Use the hospital's patient number or a subject number.",
        Rule,
        field);

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[-‐–—\s]?[1-8][0-9]{6}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Shaped();
}
