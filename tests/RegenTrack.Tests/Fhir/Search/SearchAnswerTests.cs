using RegenTrack.Fhir.Json;

namespace RegenTrack.Tests.Fhir.Search;

public class SearchAnswerTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task what_is_not_known_is_left_out_and_named_for_whoever_prefers_that()
    {
        await Patient("len");
        var answer = await host.Get("Patient?_id=len&nonsense=1&name:above=2", prefer: "handling=lenient");
        Assert.Equal((200, "unknown-query-parameter"), (answer.Status, answer.Issue));
        Assert.Equal(["len"], answer.Ids);
        Assert.EndsWith("/fhir/Patient?_id=len", answer.Link("self"), StringComparison.Ordinal);
        var outcome = answer.Body.Items("entry").Single(entry => entry.Text("search", "mode") == "outcome");
        Assert.Equal(["http.nonsense", "http.name:above"], outcome.Items("resource", "issue").Select(issue => issue.Items("expression").Single().GetString()));
        Assert.All(outcome.Items("resource", "issue"), issue => Assert.Equal("warning", issue.Text("severity")));
    }

    [Fact]
    public async Task a_form_finds_what_an_address_does_and_resident_numbers_are_refused_in_it()
    {
        await Patient("form");
        Assert.Equal(["form"], (await host.Form("Patient", ("_id", "form"), ("identifier", "urn:n|form"))).Ids);
        Assert.Equal(400, (await host.Form("Patient", ("identifier", "900101-1234568"))).Status);
    }

    [Fact]
    public async Task stored_bytes_come_back_with_their_version_and_instant()
    {
        await host.Put("""{"resourceType":"Observation","id":"bytes","meta":{"tag":[{"code":"kept"}]},"status":"final","code":{"text":"혈당"},"valueQuantity":{"value":1.50}}""");
        var entry = (await host.Get("Observation?_id=bytes")).Body.Items("entry").Single();
        Assert.Equal("1", entry.Text("resource", "meta", "versionId"));
        Assert.NotNull(entry.Text("resource", "meta", "lastUpdated"));
        Assert.Equal("kept", entry.At("resource")!.Value.Items("meta", "tag").Single().Text("code"));
        Assert.Equal("1.50", entry.At("resource", "valueQuantity", "value")!.Value.GetRawText());
        Assert.EndsWith("/fhir/Observation/bytes", entry.Text("fullUrl"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_summary=true", "code,id,meta,resourceType,status,subject,valueQuantity")]
    [InlineData("_summary=text", "code,id,meta,resourceType,status,text")]
    [InlineData("_summary=data", "code,id,meta,note,resourceType,status,subject,valueQuantity")]
    [InlineData("_elements=note", "code,id,meta,note,resourceType,status")]
    [InlineData("_elements=value", "code,id,meta,resourceType,status,valueQuantity")]
    public async Task parts_are_shown_with_what_must_not_be_absent_and_marked(string asked, string members)
    {
        var id = $"part-{asked.Replace("_", "", StringComparison.Ordinal).Replace('=', '-')}";
        await host.Put($$"""
            {"resourceType":"Observation","id":"{{id}}","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>"},"status":"final","code":{"text":"c"},
             "subject":{"reference":"Patient/p"},"valueQuantity":{"value":1},"note":[{"text":"n"}]}
            """);
        var resource = (await host.Get($"Observation?_id={id}&{asked}")).Body.Items("entry").Single().At("resource")!.Value;
        Assert.Equal(members, string.Join(',', resource.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)));
        Assert.Equal("SUBSETTED", resource.Items("meta", "tag").Last().Text("code"));
    }

    [Fact]
    public async Task totals_are_given_as_they_are_asked_for()
    {
        for (var index = 0; index < 3; index++)
            await Patient($"total-{index}", family: "Totals");
        Assert.Equal(3, (await host.Get("Patient?family=totals&_count=1")).Total);
        Assert.Equal(3, (await host.Get("Patient?family=totals&_count=1&_total=accurate")).Total);
        Assert.Equal(3, (await host.Get("Patient?family=totals&_count=1&_total=estimate")).Total);
        Assert.Null((await host.Get("Patient?family=totals&_count=1&_total=none")).Total);
        foreach (var counted in new[] { "_summary=count", "_count=0" })
        {
            var answer = await host.Get($"Patient?family=totals&{counted}");
            Assert.Equal(3, answer.Total);
            Assert.Empty(answer.Ids);
            Assert.Null(answer.Link("next"));
        }
    }

    [Fact]
    public async Task what_matches_point_at_and_what_points_at_them_comes_along_once()
    {
        await Patient("inc");
        await Observation("inc-a", "inc", "inc");
        await Observation("inc-b", "inc", "inc");
        Assert.Equal(["Patient/inc"], (await host.Get("Observation?code=inc&_include=Observation:subject")).Included);
        Assert.Equal(["Patient/inc"], (await host.Get("Observation?code=inc&_include=Observation:subject:Patient&_include=Observation:patient")).Included);
        Assert.Empty((await host.Get("Observation?code=inc&_include=Observation:subject:Device")).Included);
        Assert.Equal(["Observation/inc-a", "Observation/inc-b"], (await host.Get("Patient?_id=inc&_revinclude=Observation:subject")).Included);
    }

    [Fact]
    public async Task more_included_resources_than_the_cap_are_cut_and_the_caller_is_told()
    {
        await Patient("cap");
        await Task.WhenAll(Enumerable.Range(0, 1010).Chunk(100).Select(async chunk =>
        {
            foreach (var index in chunk)
                await Observation($"cap-{index}", "cap", "cap");
        }));
        var answer = await host.Get("Patient?_id=cap&_revinclude=Observation:subject");
        Assert.Equal((1000, "search-include-cut"), (answer.Included.Count, answer.Issue));
    }

    [Fact]
    public async Task nothing_of_another_institution_shows_in_any_way()
    {
        await Patient("theirs", SearchHost.Other, "Hidden");
        await Patient("ours", family: "Shown");
        await Observation("theirs-obs", "ours", "secret", SearchHost.Other);
        await Observation("ours-obs", "theirs", "open");
        Assert.Equal((0L, 0), await Found("Patient?family=hidden"));
        Assert.Equal((0L, 0), await Found("Patient?_id=theirs"));
        Assert.Equal((0L, 0), await Found("Patient?_id=theirs&_summary=count"));
        Assert.Equal((0L, 0), await Found("Observation?subject:Patient.family=hidden"));
        Assert.Equal((0L, 0), await Found("Patient?_has:Observation:subject:code=secret"));
        Assert.Empty((await host.Get("Observation?code=open&_include=Observation:subject")).Included);
        Assert.Equal(["theirs-obs"], (await host.Get("Observation?code=secret", SearchHost.Other)).Ids);
        Assert.Empty((await host.Get("Patient?_id=ours&_revinclude=Observation:subject")).Included);

        await Patient("everyones", "", "Public");
        Assert.Equal((1L, 1), await Found("Patient?family=public&_sort=-_lastUpdated"));
        Assert.Equal(["everyones"], (await host.Get("Patient?family=public&_sort=_lastUpdated", SearchHost.Other)).Ids);
    }

    [Fact]
    public async Task a_scope_narrows_matches_chains_inclusions_and_totals()
    {
        await Patient("scope-a", family: "Scoped");
        await Patient("scope-b", family: "Scoped");
        await Observation("scope-obs", "scope-b", "scoped");
        const string Narrow = "system/Patient.rs?identifier=urn:n|scope-a system/Observation.rs";
        var patients = await host.Get("Patient?family=scoped", scope: Narrow);
        Assert.Equal(1, patients.Total);
        Assert.Equal(["scope-a"], patients.Ids);
        Assert.Empty((await host.Get("Observation?subject:Patient.family=scoped", scope: Narrow)).Ids);
        Assert.Empty((await host.Get("Observation?code=scoped&_include=Observation:subject", scope: Narrow)).Included);
        Assert.Empty((await host.Get("Patient?_has:Observation:subject:code=scoped", scope: "system/Patient.rs")).Ids);
        Assert.Equal(403, (await host.Get("Observation?code=scoped", scope: "system/Patient.rs")).Status);
        Assert.Equal(["scope-obs"], (await host.Get("Observation?subject:Patient.family=scoped")).Ids);
    }

    [Fact]
    public async Task every_declared_parameter_is_taken_and_another_is_not()
    {
        var statement = (await host.Get("metadata")).Body.Items("rest").Single();
        var served = statement.Items("resource").ToList();
        Assert.Equal(7, served.Count);
        foreach (var resource in served)
        {
            var type = resource.Text("type");
            Assert.Contains("search-type", resource.Items("interaction").Select(one => one.Text("code")));
            foreach (var parameter in resource.Items("searchParam"))
            {
                var value = parameter.Text("type") switch { "date" => "2026", "number" or "quantity" => "5", "composite" => "a$b", "reference" => "x", _ => "x" };
                var answer = await host.Get($"{type}?{parameter.Text("name")}={value}&_count=1");
                Assert.True(answer.Status == 200, $"{type}?{parameter.Text("name")}: {answer.Issue}");
                Assert.StartsWith("http", parameter.Text("definition"), StringComparison.Ordinal);
            }

            foreach (var (member, control) in new[] { ("searchInclude", "_include"), ("searchRevInclude", "_revinclude") })
            {
                foreach (var inclusion in resource.Items(member))
                    Assert.Equal(200, (await host.Get($"{type}?_id=x&{control}={inclusion.GetString()}")).Status);
            }

            Assert.Equal(400, (await host.Get($"{type}?undeclared=x")).Status);
        }
    }

    private async Task<(long?, int)> Found(string query)
    {
        var answer = await host.Get(query);
        return (answer.Total, answer.Ids.Count);
    }

    private Task Patient(string id, string institution = SearchHost.Own, string family = "Some") =>
        host.Put($$"""{"resourceType":"Patient","id":"{{id}}","identifier":[{"system":"urn:n","value":"{{id}}"}],"name":[{"family":"{{family}}"}]}""", institution);

    private Task Observation(string id, string patient, string code, string institution = SearchHost.Own) => host.Put(
        $$"""{"resourceType":"Observation","id":"{{id}}","status":"final","code":{"coding":[{"code":"{{code}}"}]},"subject":{"reference":"Patient/{{patient}}"} }""", institution);
}
