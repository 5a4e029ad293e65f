using System.Globalization;
using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Search;

namespace RegenTrack.Fhir.Tests.Search;

public class SearchKeyTests
{
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);
    private static readonly SearchParameters Official = new(Catalogue.R4, Seoul);

    private static List<T> Keys<T>(string resource, string parameter, SearchParameters? parameters = null)
        where T : SearchKey =>
        [.. (parameters ?? Official).Extract(JsonElement.Parse(resource)).Where(key => key.Parameter == parameter).Cast<T>()];

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public void tokens_have_system_code_and_text()
    {
        const string Patient = """
            {"resourceType":"Patient","id":"p1","active":true,"gender":"female","deceasedDateTime":"2026-01-01",
             "identifier":[{"system":"urn:mrn","value":"A-1","type":{"text":"환자 번호"}},{"value":"bare"}],"telecom":[{"system":"phone","value":"02-1234"}],
             "communication":[{"language":{"coding":[{"system":"urn:ietf:bcp:47","code":"ko","display":"Korean"}],"text":"한국어"}}]}
            """;
        Assert.Equal([new TokenKey("identifier", "urn:mrn", "A-1", "환자 번호"), new TokenKey("identifier", null, "bare")], Keys<TokenKey>(Patient, "identifier"));
        Assert.NotEqual(new TokenKey("identifier", null, "bare"), new TokenKey("identifier", null, "bare") { Types = [("urn:t", "MR")] });
        Assert.Equal([new TokenKey("language", "urn:ietf:bcp:47", "ko", "korean"), new TokenKey("language", null, null, "한국어")], Keys<TokenKey>(Patient, "language"));
        Assert.Equal([new TokenKey("gender", null, "female")], Keys<TokenKey>(Patient, "gender"));
        Assert.Equal([new TokenKey("active", null, "true")], Keys<TokenKey>(Patient, "active"));
        Assert.Equal([new TokenKey("deceased", null, "true")], Keys<TokenKey>(Patient, "deceased"));
        Assert.Equal([new TokenKey("_id", null, "p1")], Keys<TokenKey>(Patient, "_id"));
        Assert.Equal([new TokenKey("phone", null, "02-1234")], Keys<TokenKey>(Patient, "phone"));
        Assert.Empty(Keys<TokenKey>(Patient, "email"));
    }

    [Fact]
    public void every_key_can_be_shown_also_a_quantity_that_has_a_canonical_form()
    {
        var key = new QuantityKey("value-quantity", 1.5m, 2.5m, "http://unitsofmeasure.org", "mg", "mg");
        Assert.NotNull(key.Canonical);
        Assert.Equal("QuantityKey { value-quantity = 1.5 to 2.5 http://unitsofmeasure.org|mg }", key.ToString());
    }

    [Fact]
    public void composites_and_combinations_share_what_they_read_and_keep_their_names()
    {
        const string Observation = """
            {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"urn:c","code":"bp"}]},
             "component":[{"code":{"coding":[{"system":"urn:c","code":"sys"}]},"valueQuantity":{"value":120}},{"code":{"coding":[{"system":"urn:c","code":"text"}]},"valueString":"x"}]}
            """;
        Assert.Equal(["bp", "sys", "text"], Keys<TokenKey>(Observation, "combo-code").Select(key => key.Code));
        Assert.Equal(["sys", "text"], Keys<TokenKey>(Observation, "component-code").Select(key => key.Code));
        var composite = Assert.Single(Keys<CompositeKey>(Observation, "component-code-value-quantity"));
        Assert.Equal([new TokenKey("component-code", "urn:c", "sys"), new QuantityKey("component-value-quantity", 119.5m, 120.5m, null, null, null)], composite.Parts);
        Assert.Empty(Keys<CompositeKey>(Observation, "code-value-quantity"));
    }

    [Fact]
    public void names_are_found_by_every_part_in_whatever_form_they_are_typed()
    {
        var decomposed = "김한빛".Normalize(NormalizationForm.FormD);
        var keys = Keys<StringKey>($$"""{"resourceType":"Patient","name":[{"text":"{{decomposed}}","family":"MÜLLER","given":["Zoë  Anne"]}]}""", "name");
        Assert.Equal(["김한빛", "muller", "zoe anne"], keys.Select(key => key.Normal));
        Assert.Equal("MÜLLER", keys[1].Text);
        Assert.Equal(SearchText.Normalise("김한빛"), SearchText.Normalise(decomposed));
        Assert.Equal("strasse", SearchText.Normalise("Straße"));
        Assert.Equal("abc가", SearchText.Normalise("ＡＢＣ가"));
    }

    [Theory]
    [InlineData("2026", "2026-01-01T00:00+09:00", "2027-01-01T00:00+09:00")]
    [InlineData("2026-03", "2026-03-01T00:00+09:00", "2026-04-01T00:00+09:00")]
    [InlineData("2026-03-31", "2026-03-31T00:00+09:00", "2026-04-01T00:00+09:00")]
    [InlineData("2026-03-31T10:00:00Z", "2026-03-31T10:00:00Z", "2026-03-31T10:00:01Z")]
    [InlineData("2026-03-31T10:00:00.5-05:00", "2026-03-31T15:00:00.5Z", "2026-03-31T15:00:00.6Z")]
    public void dates_are_spans_as_long_as_their_precision(string date, string from, string to)
    {
        Assert.Equal([new DateKey("date", At(from), At(to))], Keys<DateKey>($$"""{"resourceType":"Observation","effectiveDateTime":"{{date}}"}""", "date"));
        Assert.Equal((At(from), At(to)), SearchDates.Span(date, Seoul));
    }

    [Fact]
    public void periods_may_be_open_and_timings_have_several_dates()
    {
        Assert.Equal([new DateKey("date", At("2026-01-01T00:00+09:00"), DateTimeOffset.MaxValue)], Keys<DateKey>("""{"resourceType":"Observation","effectivePeriod":{"start":"2026-01-01"}}""", "date"));
        Assert.Equal(2, Keys<DateKey>("""{"resourceType":"Observation","effectiveTiming":{"event":["2026-01-01","2026-01-02"]}}""", "date").Count);
        Assert.Null(SearchDates.Span("2026-02-30", Seoul));
        Assert.Equal(DateTimeOffset.MinValue, SearchDates.Span("0001", TimeSpan.FromHours(14))!.Value.From);
    }

    [Fact]
    public void references_are_read_in_every_form()
    {
        static string Task(string focus) => $$$"""{"resourceType":"Task","contained":[{"resourceType":"Basic","id":"b"}],"focus":{{{focus}}}}""";
        static ReferenceKey One(string focus) => Assert.Single(Keys<ReferenceKey>(Task(focus), "focus"));
        Assert.Equal(new ReferenceKey("focus", "Patient/1", "Patient", "1"), One("""{"reference":"Patient/1"}"""));
        Assert.Equal(new ReferenceKey("focus", "http://a.example/fhir/Patient/1", "Patient", "1", Version: "2"), One("""{"reference":"http://a.example/fhir/Patient/1/_history/2"}"""));
        Assert.Equal(new ReferenceKey("focus", "urn:uuid:5", "Patient", null), One("""{"reference":"urn:uuid:5","type":"Patient"}"""));
        Assert.Equal(new ReferenceKey("focus", "#b", "Basic", "b", IsContained: true), One("""{"reference":"#b"}"""));
        Assert.Equal(new ReferenceKey("focus", null, "Device", null, Identifier: new TokenKey("focus", "urn:s", "7")), One("""{"type":"Device","identifier":{"system":"urn:s","value":"7"}}"""));
        Assert.Empty(Keys<ReferenceKey>(Task("""{"display":"only a name"}"""), "focus"));
        Assert.True(One("""{"reference":"http://a.example/fhir/Patient/1"}""").IsAbsolute);
        Assert.Equal([new ReferenceKey("instantiates-canonical", "http://x/PlanDefinition/1", null, null, Version: "3")], Keys<ReferenceKey>("""{"resourceType":"CarePlan","instantiatesCanonical":["http://x/PlanDefinition/1|3"]}""", "instantiates-canonical").Select(key => key with { Type = null }));
    }

    [Fact]
    public void a_subject_is_a_patient_by_its_reference()
    {
        Assert.Single(Keys<ReferenceKey>("""{"resourceType":"Observation","subject":{"reference":"Patient/1"}}""", "patient"));
        Assert.Empty(Keys<ReferenceKey>("""{"resourceType":"Observation","subject":{"reference":"Group/1"}}""", "patient"));
    }

    [Fact]
    public void quantities_are_spans_and_compare_in_base_units()
    {
        var key = Assert.Single(Keys<QuantityKey>("""{"resourceType":"Observation","valueQuantity":{"value":5.40,"unit":"mg/mL","system":"http://unitsofmeasure.org","code":"mg/mL"}}""", "value-quantity"));
        Assert.Equal(new QuantityKey("value-quantity", 5.395m, 5.405m, "http://unitsofmeasure.org", "mg/mL", "mg/mL"), key);
        Assert.Equal(("g.m-3", 5395m, 5405m), (key.Canonical!.Code, key.Canonical.Low, key.Canonical.High));
        Assert.Equal(decimal.MinValue, Assert.Single(Keys<QuantityKey>("""{"resourceType":"Observation","valueQuantity":{"value":3,"comparator":"<"}}""", "value-quantity")).Low);
        Assert.Equal("KRW", Assert.Single(Keys<QuantityKey>("""{"resourceType":"Invoice","totalNet":{"value":1000,"currency":"KRW"}}""", "totalnet")).Code);
        Assert.Equal([new NumberKey("probability", 0.65m, 0.75m)], Keys<NumberKey>("""{"resourceType":"RiskAssessment","prediction":[{"probabilityDecimal":0.7}]}""", "probability"));
    }

    [Fact]
    public void composites_join_what_stands_together()
    {
        var keys = Keys<CompositeKey>("""
            {"resourceType":"Observation","component":[
              {"code":{"coding":[{"system":"urn:c","code":"a"}]},"valueQuantity":{"value":1}},
              {"code":{"coding":[{"system":"urn:c","code":"b"}]},"valueQuantity":{"value":2}}]}
            """, "component-code-value-quantity");
        Assert.Equal([("a", 0.5m), ("b", 1.5m)], keys.Select(key => (((TokenKey)key.Parts[0]).Code!, ((QuantityKey)key.Parts[1]).Low)));
    }

    [Fact]
    public void parameters_handed_in_work_like_the_official_ones()
    {
        var own = new SearchParameters(Catalogue.R4.With(JsonElement.Parse("""
            {"resourceType":"SearchParameter","url":"http://my.example/due","code":"due","base":["Task"],"type":"date","expression":"Task.restriction.period.end"}
            """)), Seoul);
        Assert.Single(Keys<DateKey>("""{"resourceType":"Task","restriction":{"period":{"end":"2026-05-01"}}}""", "due", own));
        Assert.Contains(own.For("Task"), parameter => parameter.Code == "due");
        Assert.DoesNotContain(own.For("Basic"), parameter => parameter.Code == "due");
    }
}
