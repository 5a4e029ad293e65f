using System.Collections.Immutable;
using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>Functions that look at the clock or talk to the caller.</summary>
internal static class Surroundings
{
    public static readonly ImmutableArray<Function> Functions =
    [
        new("now", 0, 0, (scope, _, _) => new MomentItem(Moment.DateTimeOf(scope.Evaluation.Now))),
        new("today", 0, 0, (scope, _, _) => new MomentItem(Moment.Date(scope.Evaluation.Now))),
        new("timeOfDay", 0, 0, (scope, _, _) => new MomentItem(Moment.TimeOf(scope.Evaluation.Now))),
        new("trace", 1, 2, Trace),
    ];

    private static Items Trace(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (scope.Evaluation.Context.Trace is not { } receive)
            return input;
        var name = arguments[0].Evaluate(scope).Text("trace") ?? "";
        receive(name, arguments.Length == 1 ? input : arguments[1].Evaluate(scope.Nested(input)));
        return input;
    }
}
