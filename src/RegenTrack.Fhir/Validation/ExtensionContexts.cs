using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Validation.Profiles;

namespace RegenTrack.Fhir.Validation;

/// <summary>Where an extension may stand, by the context of its definition.</summary>
internal static class ExtensionContexts
{
    /// <param name="outer">The url of the extension that holds it, when one does.</param>
    public static bool Allow(Profile definition, JsonElement extension, Session session, string? outer)
    {
        if (definition.Contexts.IsEmpty)
            return true;
        foreach (var (type, expression) in definition.Contexts)
        {
            var allowed = type switch
            {
                "element" => IsElement(expression, session.Steps),
                "extension" => expression == outer,
                _ => IsSelected(expression, extension, session),
            };
            if (allowed)
                return true;
        }

        return false;
    }

    // The expression selects the elements that may hold the extension, from the resource on.
    private static bool IsSelected(string expression, JsonElement extension, Session session)
    {
        try
        {
            return FhirPathExpression.Compile($"({expression}).select(extension | modifierExtension)").Evaluate(session.Frame!.PathItem, session.PathContext)
                .Any(one => one.Element.ValueKind == JsonValueKind.Object && Frame.IsSame(one.Element, extension));
        }
        catch (FhirPathException)
        {
            // An expression that cannot be read or worked out allows nothing, as the invariants of a profile do.
            return false;
        }
    }

    private static bool IsElement(string expression, Steps steps)
    {
        // Element means everywhere. The address of a profile narrows the context to instances of it, which is not told apart here.
        if (expression == "Element" || expression.Contains(':', StringComparison.Ordinal))
            return true;
        var holder = steps[^1].Owner;
        if (IsOrDerives(holder, expression))
            return true;
        if (steps.Count < 2)
            return false;
        var (owner, property, _) = steps[^2];
        if (property.ValueType is { } primitive && (primitive == expression || R4.Definitions.Find(primitive) is { } type && IsOrDerives(type, expression)))
            return true;
        var name = '.' + property.Element.Name + (property.Element.IsChoice ? "[x]" : "");
        for (var at = owner; at is not null; at = Base(at))
        {
            if (expression.Length == at.Name.Length + name.Length && expression.StartsWith(at.Name, StringComparison.Ordinal) && expression.EndsWith(name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsOrDerives(TypeDefinition? type, string name)
    {
        for (; type is not null; type = Base(type))
        {
            if (type.Name == name)
                return true;
        }

        return false;
    }

    private static TypeDefinition? Base(TypeDefinition type) => type.BaseName is { } name ? R4.Definitions.Find(name) : null;
}
