namespace RegenTrack.Interop.Submissions;

/// <summary>A document that the server makes of an application, as FHIR names it.</summary>
/// <param name="Code">In the code system document-type; also the second half of the document's id.</param>
public sealed record DocumentKind(string Code, string Korean, string English)
{
    public const string System = "https://regentrack.example/fhir/CodeSystem/document-type";

    /// <summary>별지 제5호의2서식.</summary>
    public static readonly DocumentKind Filing = new("treatment-plan-application", "첨단재생의료 치료계획 심의 신청서", "Application for review of a treatment plan");

    /// <summary>심의결과 통지서.</summary>
    public static readonly DocumentKind Notice = new("result-notice", "심의결과 통지서", "Notice of the review's result");

    private static readonly DocumentKind[] All = [Filing, Notice];

    /// <summary>The id of an application's document, for DocumentReference and Binary alike.</summary>
    public string IdOf(string application) => $"{application}.{Code}";

    /// <summary>The application and the kind that an id names, or null.</summary>
    public static (string Application, DocumentKind Kind)? Find(string id) =>
        All.Where(kind => id.Length > kind.Code.Length + 1 && id.EndsWith('.' + kind.Code, StringComparison.Ordinal))
            .Select(kind => ((string, DocumentKind)?)(id[..^(kind.Code.Length + 1)], kind))
            .FirstOrDefault();
}
