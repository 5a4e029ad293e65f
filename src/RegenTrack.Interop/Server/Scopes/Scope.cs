using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Interop.Server.Scopes;

/// <summary>One SMART 2 scope for FHIR resources: <c>system/Task.rs?code=fulfill</c>.</summary>
/// <param name="Context"><c>system</c> or <c>user</c>. There is no <c>patient</c> here: nobody chooses one.</param>
/// <param name="Type">A resource type of R4, or <c>*</c>.</param>
/// <param name="Query">Search parameters that a resource must fit, all of them, in alphabetical order: <c>a=1&amp;b=2</c>. Empty: any resource.</param>
public sealed record Scope(string Context, string Type, Interactions Interactions, string Query = "")
{
    public const string AnyType = "*";
    private const int Longest = 500;

    /// <summary>The scope that a text says, or null when it says none of FHIR's.</summary>
    public static Scope? TryParse(string text)
    {
        if (text.Length > Longest || text.Any(one => one is < '!' or > '~' or '"' or '\\'))
            return null;
        var (resource, query) = text.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? (text[..mark], text[(mark + 1)..]) : (text, null);
        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        var dot = resource.IndexOf('.', StringComparison.Ordinal);
        if (slash < 0 || dot < slash || resource[..slash] is not ("system" or "user"))
            return null;
        var (context, type) = (resource[..slash], resource[(slash + 1)..dot]);
        var interactions = InteractionLetters.Read(resource[(dot + 1)..]);
        if (interactions == Interactions.None || (type != AnyType && !R4.Definitions.IsResource(type)))
            return null;
        if (query is null)
            return new Scope(context, type, interactions);
        return Ordered(query.Split('&')) is { } ordered ? new Scope(context, type, interactions, ordered) : null;
    }

    /// <summary>What two scopes both allow, or null for nothing.</summary>
    public Scope? And(Scope other)
    {
        var both = Interactions & other.Interactions;
        if (Context != other.Context || both == Interactions.None || (Type != other.Type && Type != AnyType && other.Type != AnyType))
            return null;
        var parameters = (Query + '&' + other.Query).Split('&', StringSplitOptions.RemoveEmptyEntries);
        return new Scope(Context, Type == AnyType ? other.Type : Type, both, Ordered(parameters) ?? "");
    }

    /// <summary>Whether it allows everything that another one does.</summary>
    public bool Covers(Scope other) =>
        Context == other.Context && (Type == AnyType || Type == other.Type) && (Interactions & other.Interactions) == other.Interactions
        && (Query.Length == 0 || Query.Split('&').All(other.Query.Split('&').Contains));

    public bool Allows(string type, Interactions interaction) => (Type == AnyType || Type == type) && (Interactions & interaction) == interaction;

    public override string ToString() => $"{Context}/{Type}.{InteractionLetters.Of(Interactions)}{(Query.Length == 0 ? "" : $"?{Query}")}";

    private static string? Ordered(string[] parameters) =>
        parameters.Length > 0 && parameters.All(one => one.IndexOf('=', StringComparison.Ordinal) is var at && at > 0 && at < one.Length - 1)
            ? string.Join('&', parameters.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            : parameters.Length == 0 ? "" : null;
}
