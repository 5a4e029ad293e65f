using System.Collections.Frozen;
using System.Text.Json;
using RegenTrack.Fhir.FhirPath;

namespace RegenTrack.Fhir.Tests.FhirPath;

public class EvaluationTests
{
    private static readonly PathItem Nothing = PathItem.Of(JsonElement.Parse("""{"resourceType":"Basic","code":{"text":"x"}}"""));

    private static string Result(string expression, PathItem? focus = null, FhirPathContext? context = null) =>
        string.Join(' ', FhirPathExpression.Compile(expression).Evaluate(focus ?? Nothing, context).Select(item => item.ToString()));

    [Theory]
    [InlineData("1 'mg/mL' = 1000 'ug/mL'", "true")]
    [InlineData("2 '10*6/mL' = 2000 '10*3/mL'", "true")]
    [InlineData("1 'mm[Hg]' > 133 'Pa'", "true")]
    [InlineData("25 'Cel' = 298.15 'K'", "true")]
    [InlineData("212 '[degF]' = 100 'Cel'", "true")]
    [InlineData("-150 'Cel' < -80 'Cel'", "true")]
    [InlineData("1 '[ft_i]' = 30.48 'cm'", "true")]
    [InlineData("1 '{cells}' = 1 '1'", "true")]
    [InlineData("5 'mg/kg/d' = 5 'mg/(kg.d)'", "true")]
    [InlineData("1 'mmol/L' = 1 'mol/m3'", "true")]
    [InlineData("1 'h' = 60 'min'", "true")]
    [InlineData("3 'g' < 1 'm'", "")]
    [InlineData("1 'nonsense' = 1 'g'", "")]
    [InlineData("1 year = 12 months", "true")]
    [InlineData("1 year = 1 'a'", "")]
    [InlineData("1 year ~ 1 'a'", "true")]
    [InlineData("3 'cm' + 1 'm'", "103 'cm'")]
    [InlineData("(4 'Cel').toQuantity('K')", "277.15 'K'")]
    public void quantities_compare_across_units(string expression, string result) => Assert.Equal(result, Result(expression));

    [Theory]
    [InlineData("@2024-02-29 + 1 year", "2025-02-28")]
    [InlineData("@2026-03-31 + 1 month", "2026-04-30")]
    [InlineData("@2026-01 - 40 days", "2025-12")]
    [InlineData("@2026 + 24 months", "2028")]
    [InlineData("@T23:30 + 2 hours", "01:30")]
    [InlineData("@T00:30 - 1 hour", "23:30")]
    [InlineData("@9999-12-31 + 1 day", "")]
    [InlineData("@2026-01-01T00:00:00+09:00 = @2025-12-31T15:00:00Z", "true")]
    [InlineData("@2026-01-01 < @2026-01-02T00:00:00+14:00", "")]
    [InlineData("@2026-01-01 < @2026-01-04T00:00:00+14:00", "true")]
    public void dates_keep_their_precision(string expression, string result) => Assert.Equal(result, Result(expression));

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("1.50 + 1.5", "3.00")]
    [InlineData("2147483647 + 1", "")]
    [InlineData("79228162514264337593543950335.0 * 10", "")]
    [InlineData("7 div 0", "")]
    [InlineData("(-2147483648) div -1", "")]
    [InlineData("'가각'.length()", "2")]
    [InlineData("'한빛' ~ '한빛'", "true")]
    [InlineData("'a\\u0020b'.split(' ').count()", "2")]
    public void numbers_and_texts_stay_exact(string expression, string result) => Assert.Equal(result, Result(expression));

    [Fact]
    public void decimals_of_a_resource_keep_their_digits()
    {
        var observation = PathItem.Of(JsonElement.Parse("""{"resourceType":"Observation","valueQuantity":{"value":1.00}}"""));
        Assert.Equal("1.00", Result("value.value", observation));
        Assert.Equal("2", Result("value.value.precision()", observation));
    }

    [Fact]
    public void a_primitive_may_have_extensions_and_no_value()
    {
        var patient = PathItem.Of(JsonElement.Parse("""{"resourceType":"Patient","_birthDate":{"extension":[{"url":"urn:x","valueCode":"unknown"}]}}"""));
        Assert.Equal("unknown", Result("birthDate.extension('urn:x').value", patient));
        Assert.Equal("true false", Result("birthDate.exists() | birthDate.hasValue()", patient));
        Assert.Equal("", Result("birthDate < today()", patient));
    }

    [Fact]
    public void value_sets_profiles_variables_and_traces_are_the_callers()
    {
        var seen = new List<string>();
        var context = new FhirPathContext
        {
            ValueSets = new Sets(),
            Profiles = new Profiles(),
            Trace = (name, items) => seen.Add($"{name}:{items.Count}"),
            Variables = new Dictionary<string, IReadOnlyList<PathItem>> { ["here"] = [Nothing] }.ToFrozenDictionary(),
        };
        Assert.Equal("true", Result("code.text.memberOf('urn:set')", context: context));
        Assert.Equal("false", Result("conformsTo('urn:profile')", context: context));
        Assert.Equal("x", Result("%here.code.trace('t', text).text", context: context));
        Assert.Equal(["t:1"], seen);
        Assert.Equal("unsupported", Assert.Throws<FhirPathException>(() => Result("code.memberOf('urn:set')")).Code);
        Assert.Equal("unknown-variable", Assert.Throws<FhirPathException>(() => Result("%there")).Code);
    }

    [Theory]
    [InlineData("as(HumanName)", Dialect.R4Definitions, 2)]
    [InlineData("ofType(HumanName)", Dialect.Normative, 2)]
    public void r4_takes_as_for_a_filter(string cast, Dialect dialect, int count)
    {
        var patient = PathItem.Of(JsonElement.Parse("""{"resourceType":"Patient","name":[{"text":"a"},{"text":"b"}],"active":true}"""));
        Assert.Equal(count, FhirPathExpression.Compile("name." + cast, dialect).Evaluate(patient).Count);
        Assert.Equal("not-single", Assert.Throws<FhirPathException>(() => FhirPathExpression.Compile("name.as(HumanName)").Evaluate(patient)).Code);
        Assert.Equal(dialect == Dialect.R4Definitions, FhirPathExpression.Compile("active is Boolean", dialect).Test(patient));
    }

    private sealed class Sets : IValueSetMembership
    {
        public bool? Contains(string valueSet, PathItem coded) => valueSet == "urn:set" && coded.ToString() == "x";
    }

    private sealed class Profiles : IProfileConformance
    {
        public bool? Conforms(string profile, PathItem item) => profile == "urn:profile" ? item.TypeName != "Basic" : null;
    }
}
