namespace RegenTrack.Domain.Kernel;

/// <summary>A business rule said no: a value, never an exception.</summary>
/// <param name="Code">Stable kebab-case code that clients may rely on, e.g. <c>plan-not-in-force</c>.</param>
/// <param name="Message">What is wrong and what to do, for the person who asked.</param>
/// <param name="Rule">The rule of law behind it, when there is one.</param>
/// <param name="Field">Name of the command property it is about, when there is one; doors map it to their own path.</param>
public sealed record Refusal(string Code, Bilingual Message, Rule? Rule = null, string? Field = null)
{
    public Refusal(string code, string korean, string english, Rule? rule = null, string? field = null)
        : this(code, new Bilingual(korean, english), rule, field)
    {
    }
}
