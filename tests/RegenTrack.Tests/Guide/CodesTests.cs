using System.Reflection;
using RegenTrack.Domain.Applications;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Products.Published;
using RegenTrack.Domain.Safety;
using RegenTrack.Domain.Treatments;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop;
using RegenTrack.Interop.Treatments;

namespace RegenTrack.Tests.Guide;

/// <summary>The guide's codes and addresses are those that the program speaks.</summary>
public sealed class CodesTests
{
    [Fact]
    public void every_code_of_the_program_is_in_the_guide_and_no_other()
    {
        Same<Stage>("application-stage", Stage.None);
        Same<DecisionResult>("application-decision");
        Same<RiskClass>("risk-class");
        Same<Modality>("product-modality");
        Same<CellOrigin>("cell-origin");
        Same<CellKind>("cell-kind");
        Same<Manipulation>("manipulation");
        Same<TissueFunction>("tissue-function");
        Same<EligibilityGround>("eligibility-ground");
        Same<ConsentSigner>("consent-signer");
        Same<ConsentItem>("consent-item");
        Same<Causality>("who-umc-causality");
        Same<SeriousnessCriterion>("seriousness-criterion");
        Same<LotState>("lot-state", LotState.Unknown);
        Same<CheckKind>("receipt-check");
        Same<CheckResult>("check-result");
        Same<ExcursionOutcome>("temperature-outcome");
        Assert.Equal(TrialResultKinds().Order(StringComparer.Ordinal), GuideResources.Codes("trial-result").Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void a_stage_is_called_the_same_on_screen_and_in_the_guide()
    {
        var codes = GuideResources.Codes("application-stage");
        foreach (Stage stage in Enum.GetValues<Stage>().Where(stage => stage != Stage.None))
            Assert.Equal((StageText.Of(stage).English, StageText.Of(stage).Korean), codes[KebabCodes<Stage>.Of(stage)]);
    }

    [Fact]
    public void every_address_of_ours_in_the_program_is_defined_in_the_guide()
    {
        HashSet<string> defined = [.. GuideResources.All.Select(resource => resource.Text("url")).OfType<string>(),
            .. GuideResources.All.SelectMany(resource => resource.Items("uniqueId")).Select(unique => unique.Text("value")).OfType<string>()];
        string[] spoken = [.. Constants(typeof(FhirDoors).Assembly).Concat(Constants(typeof(RegenTrack.Fhir.Issue).Assembly)).Where(value => value.StartsWith(GuideResources.Base, StringComparison.Ordinal) && value.Length > GuideResources.Base.Length).Distinct()];
        Assert.True(spoken.Length > 30);
        Assert.DoesNotContain(spoken, address => !defined.Contains(address));
    }

    [Fact]
    public void the_questionnaire_asks_the_fifteen_items_in_the_words_of_the_screens()
    {
        var questionnaire = GuideResources.All.Single(resource => resource.Text("url") == GuideResources.Base + "Questionnaire/treatment-plan");
        Assert.Equal(PlanItem.All.Select(item => (item.LinkId, item.Title.Korean)), questionnaire.Items("item").Select(item => (item.Text("linkId")!, item.Text("text")!)));
    }

    private static void Same<T>(string codeSystem, params T[] without)
        where T : struct, Enum =>
        Assert.Equal(Enum.GetValues<T>().Except(without).Select(KebabCodes<T>.Of).Order(StringComparer.Ordinal), GuideResources.Codes(codeSystem).Keys.Order(StringComparer.Ordinal));

    private static string[] TrialResultKinds() =>
        Constants(typeof(FhirDoors).Assembly).Single(value => value.StartsWith("primary-endpoint, ", StringComparison.Ordinal)).Split(", ");

    private static IEnumerable<string> Constants(Assembly assembly) =>
        assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => field.IsLiteral && field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!);
}
