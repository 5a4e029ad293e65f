using System.Text.Json.Nodes;
using static RegenTrack.Fhir.Json.Building;

namespace RegenTrack.Fhir;

/// <summary>Issues as a FHIR resource: Korean text, English as its translation, location as expression, line and column.</summary>
public static class OperationOutcome
{
    private const string Extensions = "http://hl7.org/fhir/StructureDefinition/";

    public static JsonObject Of(params IReadOnlyList<Issue> issues) => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = Many(issues.Select(Component)),
    };

    private static JsonObject Component(Issue issue) => new()
    {
        ["extension"] = Many(
            issue.Line is { } line ? Extension(Extensions + "operationoutcome-issue-line", "valueInteger", line) : null,
            issue.Column is { } column ? Extension(Extensions + "operationoutcome-issue-col", "valueInteger", column) : null),
        ["severity"] = issue.Severity.ToString().ToLowerInvariant(),
        ["code"] = issue.Type,
        ["details"] = new JsonObject
        {
            ["coding"] = Many(issue.Codings.Select(coding => Coding(coding.System, coding.Code, coding.Display)).Prepend(Coding(Issue.CodeSystem, issue.Code))),
            ["text"] = issue.Korean,
            ["_text"] = new JsonObject
            {
                ["extension"] = Many(new JsonObject
                {
                    ["url"] = Extensions + "translation",
                    ["extension"] = Many(Extension("lang", "valueCode", "en"), Extension("content", "valueString", issue.English)),
                }),
            },
        },
        ["diagnostics"] = issue.Diagnostics,
        ["expression"] = Many(issue.Expression is null ? null : JsonValue.Create(issue.Expression)),
    };
}
