using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Products.Published;

/// <summary>What is administered, by our id; its content is numbered by version.</summary>
public readonly record struct ProductId(string Value) : IIdentifier<ProductId>
{
    public static ProductId From(string value) => new(value);
}
