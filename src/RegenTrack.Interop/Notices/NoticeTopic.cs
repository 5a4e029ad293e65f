using System.Text.Json;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Applications;
using RegenTrack.Interop.Cells;
using RegenTrack.Interop.Treatments;

namespace RegenTrack.Interop.Notices;

/// <summary>Of what hospitals can be told; the guide describes each as a SubscriptionTopic.</summary>
/// <param name="Type">Resource type that it is about.</param>
/// <param name="Triggers">Whether a change is one: the resource as it was (null when there was none) and as it is.</param>
public sealed record NoticeTopic(string Code, string Type, Func<JsonElement?, JsonElement, bool> Triggers)
{
    private const string Guide = "https://regentrack.example/fhir/";

    private static readonly string[] Decided = [.. new[] { LotState.Released, LotState.OnHold, LotState.Rejected }.Select(KebabCodes<LotState>.Of)];

    public static IReadOnlyList<NoticeTopic> All { get; } =
    [
        new("application-stage", "Task", (before, now) => before is { } was && Stage(was) != Stage(now)),
        new("supplement-request", "Task", (before, now) => before is null && now.CodeIn(ApplicationCodes.TaskCode, "code") == ApplicationCodes.SupplementRequest),
        new("lot-state", "BiologicallyDerivedProduct", (before, now) => Lot(now) is { } state && Decided.Contains(state) && (before is not { } was || Lot(was) != state)),
    ];

    /// <summary>Canonical address.</summary>
    public string Url => $"{Guide}SubscriptionTopic/{Code}";

    /// <summary>The topic of a canonical address, with or without a version; null when there is none.</summary>
    public static NoticeTopic? Find(string? canonical) => All.FirstOrDefault(topic => topic.Url == canonical?.Split('|')[0]);

    private static string? Stage(JsonElement task) => task.CodeIn(ApplicationCodes.Stage, "businessStatus");

    private static string? Lot(JsonElement lot) => lot.ExtensionAt(CellNames.ProductStatus) is { } status ? status.CodeIn(CellNames.LotState, "valueCoding") : null;
}
