using System.Text.Json;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Applications.Published;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Domain.Sandbox.Published;
using RegenTrack.Domain.Trials.Published;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Applications;

/// <summary>The parts of an application Bundle, and how they become a treatment plan. Names of people become vault references.</summary>
internal sealed record MapPlan(FhirEntry Task, FhirEntry Composition, FhirEntry Answers, FhirEntry Product, FhirEntry Investigator)
{
    /// <summary>The parts, or null with the problem of each missing one.</summary>
    public static MapPlan? Find(FhirTransaction bundle, Problems problems)
    {
        FhirEntry task = bundle.First("Task", IsApplication)!;
        FhirEntry? composition = bundle.Resolve(task.Resource, "focus") is { Type: "Composition" } focus ? focus : bundle.First("Composition");
        FhirEntry? answers = bundle.First("QuestionnaireResponse");
        FhirEntry? product = bundle.First("BiologicallyDerivedProduct");
        FhirEntry? investigator = bundle.First("Practitioner");
        if (composition is null)
            problems.Missing("composition-missing", "치료계획의 표지(Composition)가 없습니다.", "There is no Composition, the plan's cover.", "Bundle.entry");
        if (answers is null)
            problems.Missing("questionnaire-response-missing", "치료계획 15개 항목의 답변(QuestionnaireResponse)이 없습니다.", "There is no QuestionnaireResponse with the fifteen items.", "Bundle.entry");
        if (product is null)
            problems.Missing("product-missing", "치료에 쓰는 제품(BiologicallyDerivedProduct)이 없습니다.", "There is no BiologicallyDerivedProduct, the product administered.", "Bundle.entry");
        if (investigator is null)
            problems.Missing("investigator-missing", "실시책임자(Practitioner)가 없습니다.", "There is no Practitioner, the principal investigator.", "Bundle.entry");
        return composition is null || answers is null || product is null || investigator is null ? null : new MapPlan(task, composition, answers, product, investigator);
    }

    public static bool IsApplication(JsonElement task) => task.CodeIn(ApplicationCodes.TaskCode, "code") == ApplicationCodes.Application;

    public TreatmentPlan Read(string investigator, string doctors, string product, MapDocuments documents, Problems problems)
    {
        JsonElement composition = Composition.Resource;
        JsonElement period = composition.Items("event").FirstOrDefault().At("period") ?? default;
        if (period.Day("start") is null || period.Day("end") is null)
            problems.Missing("period-missing", "제공기간의 시작일과 종료일을 event.period에 적으십시오.", "Give the first and last day of provision in event.period.", Composition.At("event.period"));
        if (Input("self-assessed-risk")?.Text("valueCode") is var risk && Kebab.Parse<RiskClass>(risk) is null)
            problems.Missing("self-assessed-risk-missing", "자체평가 위험도(high, medium, low)를 input에 적으십시오.", "Give the self-assessed risk (high, medium, low) as an input.", TaskInput("self-assessed-risk"));

        List<PlanAnswer> answers = [];
        foreach ((int index, JsonElement item) in Answers.Resource.Indexed("item"))
        {
            string linkId = item.Text("linkId") ?? "";
            string text = string.Join("\n", item.Items("answer").Select(answer => answer.Text("valueString")).OfType<string>());
            string kept = linkId == PlanItem.Doctors && text.Length > 0 ? doctors : text;
            answers.Add(new PlanAnswer(linkId, kept, documents.Of(item, Answers.At($"item[{index}]"))));
        }

        return new TreatmentPlan(
            composition.Text("title") ?? "", Task.Resource.Text("description") ?? "",
            period.Day("start") ?? default, period.Day("end") ?? default,
            (int)(Input("expected-subjects")?.Number("valueInteger") ?? 0),
            Kebab.Parse<RiskClass>(risk) ?? RiskClass.Low,
            MapProduct.Read(Product, product, problems), Evidence(), investigator, answers,
            Input("previous-application")?.ReferenceTo("Task", "valueReference") is { } previous ? new PlanId(previous) : null);
    }

    /// <summary>What the doctors' item said, for the vault.</summary>
    public string? Doctors() => Answers.Resource.Items("item").Where(item => item.Text("linkId") == PlanItem.Doctors)
        .SelectMany(item => item.Items("answer")).Select(answer => answer.Text("valueString")).OfType<string>().FirstOrDefault();

    /// <summary>The FHIRPath of a command's field.</summary>
    public string? Place(string? field) => field switch
    {
        "Institution" => Task.At("requester"),
        "Plan.Title" => Composition.At("title"),
        "Plan.Purpose" => Task.At("description"),
        "Plan.From" or "Plan.Until" => Composition.At("event.period"),
        "Plan.ExpectedSubjects" => TaskInput("expected-subjects"),
        "Plan.Evidence" => TaskInput("clinical-trial"),
        "Plan.Investigator" => Investigator.At(),
        "Plan.Answers" => Answers.At("item"),
        { } product when product.StartsWith("Plan.Product", StringComparison.Ordinal) => Product.At(),
        { } item when item.StartsWith("Plan.Answers.", StringComparison.Ordinal) => Answers.At($"item.where(linkId='{item["Plan.Answers.".Length..]}')"),
        _ => null,
    };

    private string TaskInput(string code) => Task.At($"input.where(type.coding.code='{code}')");

    private JsonElement? Input(string code) =>
        Task.Resource.Items("input").Where(input => input.CodeIn(ApplicationCodes.Input, "type") == code).Select(input => (JsonElement?)input).FirstOrDefault();

    private EvidenceClaim Evidence()
    {
        if (Input("clinical-trial")?.ReferenceTo("ResearchStudy", "valueReference") is { } trial)
            return new EvidenceClaim(EvidenceKind.CommercialTrial, Trial: new TrialId(trial.ToUpperInvariant()), Grant: Input("exemption")?.Text("valueString") is { } grant ? new GrantId(grant) : null);
        return Input("research-institution")?.Text("valueString") is { } at
            ? new EvidenceClaim(EvidenceKind.CompletedResearch, new InstitutionId(at), Input("research-final-result")?.Text("valueString"))
            : EvidenceClaim.Nothing;
    }
}
