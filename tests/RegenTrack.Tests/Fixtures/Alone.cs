namespace RegenTrack.Tests.Fixtures;

/// <summary>Tests that run one after another when all others are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
