namespace RegenTrack.Domain.Kernel;

/// <summary>A text for people, in the two languages that every screen, refusal and document speaks.</summary>
public sealed record Bilingual(string Korean, string English)
{
    /// <summary>The text for a two-letter language; anything but <c>en</c> is Korean.</summary>
    public string In(string language) => language == "en" ? English : Korean;
}
