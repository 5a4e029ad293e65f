using RegenTrack.Domain.Kernel;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>Sets of scopes that fit a kind of work.</summary>
/// <param name="Scopes">Empty: the administrator writes them.</param>
public sealed record ScopePreset(string Key, string Scopes, Bilingual Title)
{
    public const string Custom = "custom";
    private const int Longest = 4000;

    public static readonly IReadOnlyList<ScopePreset> All =
    [
        new("work", "system/*.crus", new("신청·보고 업무(삭제 없이 모두)", "File and report (everything but deletion)")),
        new("everything", "system/*.cruds", new("모든 업무", "Everything")),
        new("reading", "system/*.rs", new("읽기와 검색만", "Reading and searching only")),
        new("safety", "system/*.rs system/AdverseEvent.cu", new("읽기, 그리고 이상반응 보고", "Reading, and reporting adverse events")),
        new(Custom, "", new("직접 정함", "Other scopes")),
    ];

    /// <summary>The scopes that a form says, or why not.</summary>
    public static (GrantedScopes Ceiling, Refusal? Refusal) Read(string? preset, string? written)
    {
        if (All.FirstOrDefault(one => one.Key == preset) is not { } chosen)
            return (GrantedScopes.None, new("client-scopes-missing", "접근 범위를 고르십시오.", "Choose the scopes.", field: "Preset"));
        if (chosen.Key != Custom)
            return (GrantedScopes.Parse(chosen.Scopes), null);
        var scopes = GrantedScopes.Parse(written);
        if (written is { Length: > Longest } || scopes.IsEmpty || scopes.Scopes.Count == GrantedScopes.Most)
            return (scopes, new("client-scopes-empty", $"SMART 범위를 1개 이상 {GrantedScopes.Most - 1}개 이하로 쓰십시오. 예: system/Task.rs", $"Write 1 to {GrantedScopes.Most - 1} SMART scopes, for example system/Task.rs", field: "Scopes"));
        var odd = string.Join(' ', GrantedScopes.NotUnderstood(written));
        return odd.Length == 0 ? (scopes, null)
            : (scopes, new("client-scopes-odd", $"이해할 수 없는 범위입니다: {odd}", $"These scopes are not understood: {odd}", field: "Scopes"));
    }
}
