namespace RegenTrack.Domain.Products.Published;

/// <summary>One version of what is administered, as an application describes it.</summary>
/// <param name="Modality">Cell, gene, tissue-engineered or combined (치료분야).</param>
/// <param name="Profile">What the comparability matrix compares, by dimension key; a missing key was not described.</param>
public sealed record Product(
    ProductId Id,
    int Version,
    string Name,
    Modality Modality,
    IReadOnlyList<ProductComponent> Components,
    IReadOnlyDictionary<string, string> Profile)
{
    /// <summary>Equal in content: lists and profile are compared by what they hold.</summary>
    public bool SameAs(Product other) =>
        this with { Components = other.Components, Profile = other.Profile } == other
        && Components.SequenceEqual(other.Components)
        && Profile.Count == other.Profile.Count
        && Profile.All(entry => other.Profile.TryGetValue(entry.Key, out string? value) && value == entry.Value);
}

/// <summary>치료분야.</summary>
public enum Modality
{
    Cell,
    Gene,
    TissueEngineered,
    Combined,
}
