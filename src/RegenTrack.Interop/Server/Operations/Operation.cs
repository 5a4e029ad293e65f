using RegenTrack.Interop.Notices;

namespace RegenTrack.Interop.Server.Operations;

/// <summary>The operations that the server answers, as the capability statement lists them.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Definition">Canonical address of its OperationDefinition.</param>
internal sealed record Operation(string Name, string Definition, Func<string, bool> IsOn)
{
    private const string Submit = "https://regentrack.example/fhir/OperationDefinition/submit";
    private const string Trace = "https://regentrack.example/fhir/OperationDefinition/trace";
    private const string Validate = "https://regentrack.example/fhir/OperationDefinition/validate";

    private const string Backport = "http://hl7.org/fhir/uv/subscriptions-backport/OperationDefinition/";

    public const string Export = "export";

    /// <summary>Of the whole server.</summary>
    public const string SystemExport = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("everything", "http://hl7.org/fhir/OperationDefinition/Patient-everything", type => type == "Patient"),
        new("events", Backport + "backport-subscription-events", type => type == NoticeNames.Type),
        new("status", Backport + "backport-subscription-status", type => type == NoticeNames.Type),
        new(Export, "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/group-export", type => type == "Group"),
        new(Export, "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export", type => type == "Patient"),
        new("submit", Submit, type => type == "Task"),
        new("trace", Trace, type => type is TraceOperation.Lot or TraceOperation.AdverseEvent),
        new("validate", Validate, _ => true),
    ];
}
