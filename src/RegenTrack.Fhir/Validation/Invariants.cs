using System.Collections.Immutable;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;

namespace RegenTrack.Fhir.Validation;

/// <summary>Checks invariants by their FHIRPath expressions.</summary>
internal static class Invariants
{
    /// <summary>Of the innermost resource.</summary>
    public static void Check(Session session, ImmutableArray<Constraint> constraints) =>
        Check(session, constraints, session.Frame!.Resource, default, null);

    /// <summary>Of an element of the innermost resource.</summary>
    public static void Check(Session session, ImmutableArray<Constraint> constraints, JsonElement value, JsonElement shadow, string? type)
    {
        PathItem? focus = null;
        foreach (var constraint in constraints)
        {
            if (constraint.IsCoded || constraint.IsBestPractice || constraint.Expression is null || session.IsOver)
                continue;
            focus ??= type is null ? session.Frame!.PathItem : PathItem.Of(value, type, session.Frame!.PathItem, shadow);
            Check(session, constraint, focus, value.ValueKind == JsonValueKind.Undefined ? shadow : value);
        }
    }

    private static void Check(Session session, Constraint constraint, PathItem focus, JsonElement place)
    {
        try
        {
            if (constraint.Compiled is not { } expression)
                session.Report(Findings.InvariantNotChecked(constraint.Key), place);
            // HL7's own invariants (ras-2) come out empty where they have nothing to say.
            else if (expression.Test(focus, session.PathContext) == false)
                session.Report(Findings.Invariant(constraint.Severity, constraint.Key, constraint.Human), place);
        }
        catch (FhirPathException)
        {
            // An expression that does not fit the data must neither pass for kept nor for broken.
            session.Report(Findings.InvariantNotChecked(constraint.Key), place);
        }
    }
}
