namespace RegenTrack.Fhir.Validation;

/// <summary>Memory that one validation after the other uses on the same thread.</summary>
internal sealed class Scratch
{
    [ThreadStatic]
    private static Scratch? kept;

    public Steps Steps { get; } = new();

    public Stack<List<Item>> Lists { get; } = new();

    public Stack<string?> Extensions { get; } = new();

    /// <summary>Empty, and nobody else's until it is left.</summary>
    public static Scratch Take()
    {
        var mine = kept ?? new Scratch();
        kept = null;
        return mine;
    }

    public static void Leave(Scratch scratch)
    {
        scratch.Steps.Clear();
        scratch.Extensions.Clear();
        kept = scratch;
    }
}
