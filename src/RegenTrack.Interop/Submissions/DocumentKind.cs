using System.Text.Json.Nodes;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Interop.Submissions;

/// <summary>A document as FHIR names it: one that the server makes of an application, or a logger's file.</summary>
/// <param name="Code">In the code system document-type; of an application's document also the second half of its id.</param>
public sealed record DocumentKind(string Code, string Korean, string English)
{
    public const string System = "https://regentrack.example/fhir/CodeSystem/document-type";

    /// <summary>별지 제5호의2서식.</summary>
    public static readonly DocumentKind Filing = new("treatment-plan-application", "첨단재생의료 치료계획 심의 신청서", "Application for review of a treatment plan");

    /// <summary>심의결과 통지서.</summary>
    public static readonly DocumentKind Notice = new("result-notice", "심의결과 통지서", "Notice of the review's result");

    /// <summary>What a temperature logger wrote, byte for byte.</summary>
    public static readonly DocumentKind Logger = new("temperature-log", "온도기록 원본", "Logger file");

    private static readonly DocumentKind[] OfApplications = [Filing, Notice];

    public JsonObject Concept => Building.Concept(System, Code, English, Korean);

    /// <summary>The id of an application's document, for DocumentReference and Binary alike.</summary>
    public string IdOf(string application) => $"{application}.{Code}";

    /// <summary>The application and the kind that an id names, or null.</summary>
    public static (string Application, DocumentKind Kind)? Find(string id) =>
        OfApplications.Where(kind => id.Length > kind.Code.Length + 1 && id.EndsWith('.' + kind.Code, StringComparison.Ordinal))
            .Select(kind => ((string, DocumentKind)?)(id[..^(kind.Code.Length + 1)], kind))
            .FirstOrDefault();
}
