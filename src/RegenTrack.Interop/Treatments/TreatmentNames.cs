namespace RegenTrack.Interop.Treatments;

/// <summary>Addresses of our own extensions and code systems around treatment.</summary>
public static class TreatmentNames
{
    private const string Base = "https://regentrack.example/fhir/";

    /// <summary>The hospital's own subject number: the only identifier of a person that leaves the hospital as it is.</summary>
    public const string SubjectNumber = Base + "NamingSystem/subject-number";

    /// <summary>Our pseudonym of a subject.</summary>
    public const string SubjectPseudonym = Base + "NamingSystem/subject-pseudonym";

    public const string EligibilityGround = Base + "StructureDefinition/eligibility-ground";

    public const string SelectionCriteriaMet = Base + "StructureDefinition/selection-criteria-met";

    public const string ConsentFormVersion = Base + "StructureDefinition/consent-form-version";

    public const string ConsentSigner = Base + "StructureDefinition/consent-signer";

    public const string ConsentItem = Base + "StructureDefinition/consent-item";

    /// <summary>Complex: <c>product</c> (Reference to the lot), <c>quantity</c>, <c>route</c>.</summary>
    public const string UsedProduct = Base + "StructureDefinition/used-product";

    public const string PlanVersion = Base + "StructureDefinition/plan-version";

    /// <summary>Last day of the record clock DL-06.</summary>
    public const string RecordDue = Base + "StructureDefinition/record-due";

    public const string Institution = Base + "NamingSystem/institution";
}
