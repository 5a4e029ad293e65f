using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Web.Pages.Trials;

/// <summary>Words for what registries code. Anything the source wrote in words of its own stays as it is.</summary>
public static class TrialWords
{
    public static Bilingual Of(TrialPhase phase) => phase switch
    {
        TrialPhase.EarlyPhase1 => new("초기 1상", "Early phase 1"),
        TrialPhase.Phase1 => new("1상", "Phase 1"),
        TrialPhase.Phase1And2 => new("1/2상", "Phase 1/2"),
        TrialPhase.Phase2 => new("2상", "Phase 2"),
        TrialPhase.Phase2And3 => new("2/3상", "Phase 2/3"),
        TrialPhase.Phase3 => new("3상", "Phase 3"),
        TrialPhase.Phase4 => new("4상", "Phase 4"),
        _ => new("단계 없음", "No phase"),
    };

    public static Bilingual Of(EndpointRole role) => role switch
    {
        EndpointRole.Primary => new("1차", "Primary"),
        EndpointRole.Secondary => new("2차", "Secondary"),
        EndpointRole.OtherPreSpecified => new("기타(사전 지정)", "Other pre-specified"),
        _ => new("사후", "Post hoc"),
    };

    public static Bilingual Of(CompletionGap gap) => gap switch
    {
        CompletionGap.LastObservationEndNotice => new("마지막 관찰 종료 보고 없음", "No notice that the last observation ended"),
        CompletionGap.FinalResult => new("최종 결과 제출 또는 결과보고서 확정 없음", "Neither a final result nor a final study report"),
        _ => new("보류 중", "On hold"),
    };

    /// <summary>A registry status, in both spellings the registry has used.</summary>
    public static Bilingual Status(string? text) => Plain(text ?? "").ToUpperInvariant() switch
    {
        "COMPLETED" => new("완료", "Completed"),
        "TERMINATED" => new("조기 종료", "Terminated"),
        "WITHDRAWN" => new("철회", "Withdrawn"),
        "SUSPENDED" => new("중단", "Suspended"),
        "RECRUITING" => new("모집 중", "Recruiting"),
        "NOT YET RECRUITING" => new("모집 전", "Not yet recruiting"),
        "ACTIVE, NOT RECRUITING" or "ACTIVE NOT RECRUITING" => new("진행 중(모집 종료)", "Active, not recruiting"),
        "ENROLLING BY INVITATION" => new("초청 모집", "Enrolling by invitation"),
        "AVAILABLE" => new("이용 가능", "Available"),
        "" => new("미상", "Unknown"),
        _ => new(Plain(text!), Plain(text!)),
    };

    /// <summary>The format that a results package was read from.</summary>
    public static Bilingual Shape(string shape) => shape switch
    {
        "ctgov-api-v2" => new("ClinicalTrials.gov 형식(API v2 JSON)", "ClinicalTrials.gov format (API v2 JSON)"),
        "ctgov-legacy-xml" => new("ClinicalTrials.gov 형식(이전 XML)", "ClinicalTrials.gov format (earlier XML)"),
        "fhir-r4" => new("의료기관이 보낸 FHIR", "FHIR sent by a hospital"),
        _ => new(shape, shape),
    };

    public static Bilingual Milestone(string text) => text switch
    {
        "STARTED" => new("시작", "Started"),
        "COMPLETED" => new("완료", "Completed"),
        "NOT COMPLETED" => new("미완료", "Not completed"),
        _ => new(Plain(text), Plain(text)),
    };

    /// <summary>A coded word of the registry, e.g. <c>RANDOMIZED</c>, as a word. For coded fields only: a name such as ANCOVA is no code.</summary>
    public static string Coded(string? text) => text switch
    {
        null or "" => "",
        _ when text.All(letter => char.IsUpper(letter) || char.IsDigit(letter) || letter == '_') => Sentence(text.Replace('_', ' ')),
        _ => text,
    };

    /// <summary>Source text for the eye: codes in capitals become words, escapes of the newer format vanish.</summary>
    public static string Plain(string text) =>
        text.Contains('_', StringComparison.Ordinal) && text.All(letter => char.IsUpper(letter) || char.IsDigit(letter) || letter == '_')
            ? Sentence(text.Replace('_', ' '))
            : text.Contains('\\', StringComparison.Ordinal) ? Unescaped(text) : text;

    private static string Sentence(string capitals) => string.Concat(capitals[..1], capitals[1..].ToLowerInvariant());

    private static string Unescaped(string text) =>
        string.Concat(text.Where((letter, at) => letter != '\\' || at + 1 == text.Length || !char.IsPunctuation(text[at + 1]) && !char.IsSymbol(text[at + 1])));
}
