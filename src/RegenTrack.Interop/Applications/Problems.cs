using RegenTrack.Fhir;

namespace RegenTrack.Interop.Applications;

/// <summary>Collects what is missing or unreadable while a Bundle is mapped, so that all of it is told at once.</summary>
internal sealed class Problems
{
    private readonly List<Issue> _issues = [];

    public IReadOnlyList<Issue> Issues => _issues;

    public void Missing(string code, string korean, string english, string expression) =>
        _issues.Add(Issue.Error("required", code, korean, english, expression));

    public void Unreadable(string code, string korean, string english, string expression) =>
        _issues.Add(Issue.Error("value", code, korean, english, expression));
}
