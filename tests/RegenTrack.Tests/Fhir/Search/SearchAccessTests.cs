namespace RegenTrack.Tests.Fhir.Search;

public sealed class SearchAccessTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task a_search_leaves_the_pseudonyms_that_it_showed_and_the_names_that_it_asked_by()
    {
        await host.Put("""{ "resourceType": "Patient", "id": "subj-seen", "gender": "female" }""");
        await host.Put("""{ "resourceType": "Observation", "id": "obs-seen", "status": "final", "code": { "text": "subject Patient/subj-not" }, "subject": { "reference": "Patient/subj-other" } }""");
        await host.Get("Patient?gender=female");
        await host.Form("Observation", ("status", "final"), ("_count", "5"));
        Assert.Equal(
            ["search-type Patient 200 [gender] subj-seen", "search-type Observation 200 [_count status] subj-other"],
            host.Accesses.All.Select(one => $"{one.Interaction} {one.Type} {one.Status} [{string.Join(' ', one.Parameters)}] {string.Join(' ', one.Subjects)}"));
    }
}
