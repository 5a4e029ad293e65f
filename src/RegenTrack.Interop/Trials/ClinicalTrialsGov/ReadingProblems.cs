using RegenTrack.Domain.Kernel;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov;

/// <summary>Collects what is wrong with a document while it is read, so that one attempt shows all of it. The list is capped: a hostile file must not fill the memory.</summary>
internal sealed class ReadingProblems
{
    private const int Cap = 50;
    private readonly List<Refusal> found = [];

    public IReadOnlyList<Refusal> Found => found;

    public void Missing(string where) => Add(new Refusal(
        "registry-value-missing",
        $"{where}: 값이 없습니다.",
        $"{where}: the value is missing."));

    public void WrongKind(string where, string expected, string actual) => Add(new Refusal(
        "registry-value-kind",
        $"{where}: {expected}이(가) 와야 하는데 {actual}이(가) 있습니다.",
        $"{where}: expected {expected}, found {actual}."));

    public void Unknown(string where, string value, string expected) => Add(new Refusal(
        "registry-value-unknown",
        $"{where}: '{value}'은(는) 알 수 없는 값입니다. 쓸 수 있는 값: {expected}.",
        $"{where}: '{value}' is not known here. Known values: {expected}."));

    private void Add(Refusal problem)
    {
        if (found.Count < Cap)
            found.Add(problem);
    }
}
