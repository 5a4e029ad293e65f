using RegenTrack.Domain.Kernel;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov;

/// <summary>Why a document is not read at all: what it is, where it breaks, and what to do instead.</summary>
internal static class RegistryRefusals
{
    private const string WhatToDoKorean = "ClinicalTrials.gov에서 시험 화면의 Download → JSON(API v2) 파일을 받아 올리십시오.";
    private const string WhatToDo = "On ClinicalTrials.gov, use Download → JSON (API v2) of the study and upload that file.";

    public static Refusal Empty { get; } = new("registry-empty", "빈 파일입니다.", "The file is empty.");

    public static Refusal Unrecognised { get; } = new(
        "registry-format-unknown",
        $"JSON도 XML도 아닙니다. {WhatToDoKorean}",
        $"This is neither JSON nor XML. {WhatToDo}");

    public static Refusal TooLarge(int maximum) => new(
        "registry-too-large",
        $"파일이 {maximum / 1024 / 1024} MB보다 큽니다. 시험 한 건의 자료만 올리십시오.",
        $"The file is larger than {maximum / 1024 / 1024} MB. Upload the record of one study only.");

    public static Refusal Malformed(string format, long? line, long? position) => new(
        "registry-malformed",
        $"{format}이(가) {line}행 {position}자리에서 깨졌습니다(잘린 파일일 수 있음). 다시 내려받아 올리십시오.",
        $"The {format} breaks at line {line}, position {position}; the file may be cut off. Download it again.");

    public static Refusal DocumentType(int line) => new(
        "registry-document-type",
        $"{line}행에 DOCTYPE 선언이 있습니다. 등록 자료에는 없는 것이며 받지 않습니다.",
        $"Line {line} declares a document type. Registry records have none, and it is not accepted.");

    public static Refusal Shape(string korean, string english) => new(
        "registry-shape",
        $"{korean} {WhatToDoKorean}",
        $"{english} {WhatToDo}");
}
