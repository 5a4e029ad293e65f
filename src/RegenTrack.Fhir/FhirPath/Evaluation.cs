using RegenTrack.Fhir.FhirPath.Values;

namespace RegenTrack.Fhir.FhirPath;

/// <summary>One run of an expression: its surroundings, and how much work it may still do.</summary>
internal sealed class Evaluation(FhirPathContext context, PathItem focus)
{
    private long steps = context.StepLimit;
    private DateTimeOffset? now;

    public FhirPathContext Context { get; } = context;

    public PathItem Focus { get; } = focus;

    /// <summary>The same throughout one run.</summary>
    public DateTimeOffset Now => now ??= Context.Time.GetLocalNow();

    public PathItem? Resource => (Focus as ElementItem)?.NearestResource;

    public PathItem? RootResource => (Focus as ElementItem)?.RootResource;

    public void Spend(int count = 1)
    {
        if ((steps -= count) < 0)
            throw new FhirPathException("too-costly", $"The expression needs more than {Context.StepLimit} steps.");
    }
}
