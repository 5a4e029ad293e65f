using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RegenTrack.App.Attachments;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Treatments;
using RegenTrack.Domain.Treatments.Published;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Treatments;

/// <summary>Reads one enrolment from a transaction of Patient, Consent and CarePlan.</summary>
public sealed class EnrolmentReading(FhirTransaction transaction)
{
    private readonly FhirEntry? plan = transaction.First("CarePlan");
    private readonly FhirEntry? consent = transaction.First("Consent");
    private readonly FhirEntry? patient = transaction.First("Patient");
    private readonly List<Issue> issues = [];

    public IReadOnlyList<Issue> Issues => issues;

    /// <summary>The person as sent, for the vault; null when no Patient came along.</summary>
    public JsonElement? Person => patient?.Resource;

    public EnrolSubject? Read(string institution, string caseId, string? document)
    {
        if (plan is null)
            return null;
        var number = patient?.Resource.IdentifierIn(TreatmentNames.SubjectNumber) ?? SubjectNumber();
        if (number is null)
            issues.Add(Missing(patient?.At("identifier") ?? plan.At("subject"), "대상자 번호(subject-number 식별자)를 보내십시오.", "Send the subject number as an identifier of the subject-number system."));
        var application = plan.Resource.Items("supportingInfo").Select(info => info.ReferenceTo("Task")).FirstOrDefault(id => id is not null);
        if (application is null)
            issues.Add(Missing(plan.At("supportingInfo"), "치료계획의 Task를 supportingInfo로 가리키십시오.", "Point supportingInfo at the Task of the treatment plan."));
        var ground = KebabCodes<EligibilityGround>.Find(plan.Resource.ExtensionText(TreatmentNames.EligibilityGround));
        if (ground is null)
            issues.Add(Missing(plan.At("extension"), $"대상 질환 구분(eligibility-ground)을 보내십시오: {KebabCodes<EligibilityGround>.All}.", $"Send the extension eligibility-ground: {KebabCodes<EligibilityGround>.All}."));
        var enrolled = plan.Resource.Day("period", "start");
        if (enrolled is null)
            issues.Add(Missing(plan.At("period.start"), "등록일(period.start)을 보내십시오.", "Send the day of enrolment as period.start."));
        var signed = ReadConsent(document);
        return issues.Count > 0 ? null : new EnrolSubject(
            new TreatmentCaseId(caseId), SubjectOf(institution, number!), new InstitutionId(institution), new PlanId(application!), ground!.Value,
            plan.Resource.ExtensionAt(TreatmentNames.SelectionCriteriaMet)?.Flag("valueBoolean") ?? false, signed, enrolled!.Value);
    }

    /// <summary>Where a property of the command came from.</summary>
    public string? Expression(string? field) => field switch
    {
        nameof(EnrolSubject.Consent) => consent?.At() ?? "Bundle.entry",
        nameof(EnrolSubject.Plan) => plan?.At("supportingInfo"),
        nameof(EnrolSubject.Subject) => patient?.At("identifier"),
        nameof(EnrolSubject.EnrolledOn) => plan?.At("period.start"),
        nameof(EnrolSubject.SelectionCriteriaMet) or nameof(EnrolSubject.Ground) => plan?.At("extension"),
        _ => plan?.At(),
    };

    /// <summary>The scanned consent form, when it came along.</summary>
    public NewFile? ConsentForm()
    {
        if (consent?.Resource.At("sourceAttachment") is not { } attachment || attachment.Text("data") is not { } data)
            return null;
        return new NewFile(Convert.FromBase64String(data), attachment.Text("contentType") ?? "application/octet-stream", attachment.Text("title"));
    }

    private Consent? ReadConsent(string? document)
    {
        if (consent is null)
            return null;
        if (consent.Resource.Text("status") != "active")
        {
            issues.Add(Issue.Error("value", "consent-not-active", "유효한(active) 동의서를 보내십시오.", "Send an active consent.", consent.At("status")));
            return null;
        }

        var signedOn = consent.Resource.Instant("dateTime") is { } instant ? KoreanTime.DayOf(instant) : consent.Resource.Day("dateTime");
        if (signedOn is null)
            issues.Add(Missing(consent.At("dateTime"), "동의일(dateTime)을 보내십시오.", "Send the day of consent as dateTime."));
        var version = consent.Resource.ExtensionText(TreatmentNames.ConsentFormVersion);
        if (version is null)
            issues.Add(Missing(consent.At("extension"), "동의서 판(consent-form-version)을 보내십시오.", "Send the extension consent-form-version."));
        var signer = KebabCodes<ConsentSigner>.Find(consent.Resource.ExtensionText(TreatmentNames.ConsentSigner) ?? "subject");
        if (signer is null)
            issues.Add(Missing(consent.At("extension"), $"동의자(consent-signer)는 다음 중 하나입니다: {KebabCodes<ConsentSigner>.All}.", $"consent-signer is one of: {KebabCodes<ConsentSigner>.All}."));
        return issues.Count > 0 ? null : new Consent(version!, signedOn!.Value, signer!.Value, [.. Items()], document);
    }

    private IEnumerable<ConsentItem> Items()
    {
        foreach (var extension in consent!.Resource.ExtensionsAt(TreatmentNames.ConsentItem))
        {
            if (KebabCodes<ConsentItem>.Find(extension.Text("valueCode")) is { } item)
                yield return item;
        }
    }

    private string? SubjectNumber() =>
        plan!.Resource.At("subject", "identifier") is { } identifier && identifier.Text("system") == TreatmentNames.SubjectNumber ? identifier.Text("value") : null;

    // A hospital's number stays in the vault; the pseudonym is the same for the same person in another plan of that hospital.
    private static SubjectRef SubjectOf(string institution, string number) =>
        new($"subj-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{institution}|{number}")))[..24]}");

    private static Issue Missing(string at, string korean, string english) => Issue.Error("required", "required", korean, english, at);
}
