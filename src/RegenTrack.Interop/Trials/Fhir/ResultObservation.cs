using System.Text.Json;
using RegenTrack.Domain.Trials.Evidence;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Trials.Fhir;

/// <summary>One Observation of a trial's results with the reporting groups that it is about.</summary>
/// <param name="Group">The group of its subject.</param>
/// <param name="Comparators">Groups among its foci: the value then compares.</param>
internal sealed record ResultObservation(FhirEntry Entry, string Kind, ReportingGroup Group, IReadOnlyList<ReportingGroup> Comparators)
{
    public string Title => Entry.Resource.Text("code", "text") ?? Entry.Resource.Items("code", "coding").FirstOrDefault().Text("display") ?? "";

    public Figure? Value => FigureOf(Entry.Resource);

    public string? Unit => Entry.Resource.Text("valueQuantity", "unit") ?? Entry.Resource.Text("valueQuantity", "code");

    public Figure? Figure(string component) => Component(component) is { } found ? FigureOf(found) : null;

    public string? Words(string component) => Component(component)?.Text("valueString");

    private JsonElement? Component(string code)
    {
        foreach (JsonElement component in Entry.Resource.Items("component"))
            if (component.CodeIn(TrialResultNames.Component, "code") == code)
                return component;
        return null;
    }

    // The digits as sent: 0.50 is not 0.5 in evidence.
    private static Figure? FigureOf(JsonElement holder) =>
        holder.At("valueQuantity", "value") is { } quantity ? new Figure(holder.Text("valueQuantity", "comparator") + quantity.GetRawText())
        : holder.At("valueInteger") is { } integer ? new Figure(integer.GetRawText())
        : holder.Text("valueString") is { } text ? Domain.Trials.Evidence.Figure.Of(text)
        : null;
}
