namespace RegenTrack.Tests.Architecture;

/// <summary>The rules of the house. Each names its violations and how much it examined; one that examined nothing has not been checked.</summary>
public static class Rules
{
    private static readonly string[] Impure =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.Guid::NewGuid", "System.Guid::CreateVersion7", "System.TimeProvider::get_System",
    ];

    private static readonly string[] ImpureTypes =
        ["System.Random", "System.Console", "System.Threading.Tasks.Task", "System.Threading.Thread", "System.Diagnostics.Stopwatch", "System.Net.Http.HttpClient"];

    /// <summary>An assembly may refer only to these of ours (and, when given, only to these packages).</summary>
    public static Verdict RefersOnlyTo(CompiledAssembly assembly, string[] allowed) => new(
        [.. assembly.References.Where(reference => !IsFramework(reference) && !allowed.Contains(reference)).Select(reference => $"{assembly.Name} -> {reference}")],
        assembly.Types.Count);

    /// <summary>Deciding is pure: no clock, randomness, environment, I/O or waiting.</summary>
    public static Verdict IsPure(IReadOnlyList<CompiledType> types) => new(
        [.. types.SelectMany(type => type.Members.Where(IsImpure).Concat(type.Uses.Where(use => ImpureTypes.Contains(use) || use.StartsWith("System.IO.", StringComparison.Ordinal) && !use.StartsWith("System.IO.String", StringComparison.Ordinal)))
            .Select(found => $"{type.Name} uses {found}"))],
        types.Count);

    /// <summary>A fold is total: it never throws, not even through an open switch.</summary>
    public static Verdict FoldsNeverThrow(IReadOnlyList<CompiledType> types)
    {
        var folds = types.SelectMany(type => type.Methods.Where(method => method.Name == "Evolve").Select(method => (type, method))).ToList();
        return new([.. folds.Where(fold => fold.method.Throws).Select(fold => $"{fold.type.Name}.Evolve throws")], folds.Count);
    }

    /// <summary>A context sees another one only through what that one publishes.</summary>
    public static Verdict ContextsSeeOnlyPublished(IReadOnlyList<CompiledType> types, string root, string[] shared)
    {
        var contexts = types.Where(type => ContextOf(type.Namespace, root) is { } context && !shared.Contains(context)).ToList();
        var names = types.ToDictionary(type => type.Name, type => type.Namespace);
        return new(
            [.. contexts.SelectMany(type => type.Uses
                .Where(use => names.TryGetValue(use, out var space) && ContextOf(space, root) is { } other && other != ContextOf(type.Namespace, root) && !shared.Contains(other) && !space.EndsWith(".Published", StringComparison.Ordinal))
                .Select(use => $"{type.Name} uses {use}"))],
            contexts.Count);
    }

    /// <summary>No sending from inside a handler: only doors and reactions send.</summary>
    public static Verdict NeverSends(IReadOnlyList<CompiledType> types) => new(
        [.. types.Where(type => type.Uses.Overlaps(["MediatR.IMediator", "MediatR.ISender", "MediatR.IPublisher"]) && !type.Name.EndsWith("AppServices", StringComparison.Ordinal) && !type.Name.Contains("AppServices+", StringComparison.Ordinal)
                && !type.Name.Contains(".Pipeline.Reaction", StringComparison.Ordinal))
            .Select(type => $"{type.Name} sends")],
        types.Count);

    // Every iterator block asks for its thread; that is the compiler's doing and changes no answer.
    private static bool IsImpure(string member) =>
        Impure.Contains(member) || (member.StartsWith("System.Environment::", StringComparison.Ordinal) && member != "System.Environment::get_CurrentManagedThreadId");

    private static string? ContextOf(string space, string root) =>
        space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0] : null;

    private static bool IsFramework(string reference) =>
        reference is "netstandard" or "mscorlib" or "Microsoft.Win32.Primitives" || reference.StartsWith("System.", StringComparison.Ordinal) || reference.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || reference.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || reference.StartsWith("Microsoft.Net.Http", StringComparison.Ordinal);
}

public sealed record Verdict(IReadOnlyList<string> Violations, int Examined)
{
    public void Holds()
    {
        Assert.True(Examined > 0, "The rule examined nothing.");
        Assert.True(Violations.Count == 0, string.Join(Environment.NewLine, Violations));
    }

    public void Catches(string planted)
    {
        Assert.Contains(Violations, violation => violation.Contains(planted, StringComparison.Ordinal));
    }
}
