namespace RegenTrack.Interop.Applications;

/// <summary>The names by which a treatment application speaks FHIR.</summary>
public static class ApplicationCodes
{
    private const string Base = "https://regentrack.example/fhir/";

    /// <summary>Task.code: <c>treatment-application</c>, <c>supplement-request</c>.</summary>
    public const string TaskCode = Base + "CodeSystem/task-code";

    public const string Application = "treatment-application";
    public const string SupplementRequest = "supplement-request";

    /// <summary>Task.businessStatus: the stage in kebab case.</summary>
    public const string Stage = Base + "CodeSystem/application-stage";

    /// <summary>Types of Task.input: <c>expected-subjects</c>, <c>self-assessed-risk</c>, <c>clinical-trial</c>, <c>exemption</c>, <c>research-institution</c>, <c>research-final-result</c>, <c>previous-application</c>.</summary>
    public const string Input = Base + "CodeSystem/application-input";

    /// <summary>Types of Task.output: <c>decision</c>, <c>validity</c>, <c>reasons</c>, <c>register-by</c>, <c>risk-class</c>, <c>evidence-gate</c>, <c>document</c>.</summary>
    public const string Output = Base + "CodeSystem/application-output";

    /// <summary><c>suitable</c> or <c>unsuitable</c>.</summary>
    public const string Decision = Base + "CodeSystem/application-decision";

    public const string RiskClass = Base + "CodeSystem/risk-class";
    public const string EvidenceGate = Base + "CodeSystem/evidence-gate";
    public const string ReceiptNumber = Base + "NamingSystem/receipt-number";
    public const string Grant = Base + "NamingSystem/sandbox-grant";
    public const string Institution = Base + "NamingSystem/institution";
    public const string Product = Base + "NamingSystem/product";

    public const string PlanQuestionnaire = Base + "Questionnaire/treatment-plan";

    /// <summary>Extension on a supplement item: the item of the plan that it is about.</summary>
    public const string PlanItem = Base + "StructureDefinition/plan-item";

    public const string ProductVersion = Base + "StructureDefinition/product-version";
    public const string Modality = Base + "StructureDefinition/product-modality";

    /// <summary>Complex extension: <c>name</c>, <c>origin</c>, <c>kind</c>, <c>manipulation</c>, <c>gene-use</c>, <c>tissue-function</c>, <c>notice-item</c>.</summary>
    public const string Component = Base + "StructureDefinition/product-component";

    /// <summary>Complex extension: <c>dimension</c>, <c>text</c>.</summary>
    public const string Profile = Base + "StructureDefinition/product-profile";
}
