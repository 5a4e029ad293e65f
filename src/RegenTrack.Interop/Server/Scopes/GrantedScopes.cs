namespace RegenTrack.Interop.Server.Scopes;

/// <summary>What a token, or a client at most, may do.</summary>
public sealed class GrantedScopes
{
    /// <summary>More than anybody needs, and few enough to intersect.</summary>
    public const int Most = 64;

    public static readonly GrantedScopes None = new([]);

    private GrantedScopes(IReadOnlyList<Scope> scopes) => Scopes = scopes;

    /// <summary>None of them is covered by another.</summary>
    public IReadOnlyList<Scope> Scopes { get; }

    public bool IsEmpty => Scopes.Count == 0;

    /// <summary>Scopes separated by white space. What is no scope of FHIR's grants nothing; of more than <see cref="Most"/> the rest is not looked at.</summary>
    public static GrantedScopes Parse(string? text) => Of(Words(text).Take(Most).Select(Scope.TryParse).OfType<Scope>());

    /// <summary>The words of a text that are no scope of FHIR's, or restrict by what cannot be asked.</summary>
    public static IReadOnlyList<string> NotUnderstood(string? text) => [.. Words(text).Where(word => Scope.TryParse(word) is not { } scope || !ScopeRestriction.IsUnderstood(scope))];

    /// <summary>What both allow.</summary>
    public GrantedScopes Within(GrantedScopes ceiling) => Of(Scopes.SelectMany(one => ceiling.Scopes.Select(one.And)).OfType<Scope>());

    /// <summary>Whether an interaction with a type is allowed, and with which resources only. <c>*</c> asks for every type at once.</summary>
    /// <param name="interaction">Exactly one.</param>
    public ScopeAnswer For(string type, Interactions interaction)
    {
        var allowing = Scopes.Where(scope => scope.Allows(type, interaction)).ToList();
        return allowing.Count == 0 ? ScopeAnswer.Forbidden
            : allowing.Any(scope => scope.Query.Length == 0) ? ScopeAnswer.Free
            : new ScopeAnswer(true, [.. allowing.Select(scope => scope.Query).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    public override string ToString() => string.Join(' ', Scopes);

    private static GrantedScopes Of(IEnumerable<Scope> scopes)
    {
        var distinct = scopes.Distinct().ToList();
        return new([.. distinct.Where(one => !distinct.Any(other => other != one && other.Covers(one))).OrderBy(one => one.ToString(), StringComparer.Ordinal)]);
    }

    private static string[] Words(string? text) => text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>What scopes say to one interaction with one type.</summary>
/// <param name="Restrictions">Search queries of which a resource must fit at least one; none: any resource.</param>
public sealed record ScopeAnswer(bool Allowed, IReadOnlyList<string> Restrictions)
{
    public static readonly ScopeAnswer Forbidden = new(false, []);
    public static readonly ScopeAnswer Free = new(true, []);
}
