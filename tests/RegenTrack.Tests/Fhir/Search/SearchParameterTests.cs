namespace RegenTrack.Tests.Fhir.Search;

public sealed class SearchParameterTests(SearchHost host) : IClassFixture<SearchHost>, IAsyncLifetime
{
    private static readonly SemaphoreSlim Once = new(1);
    private static SearchHost? filled;

    public async ValueTask InitializeAsync()
    {
        await Once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (ReferenceEquals(filled, host))
                return;
            foreach (var resource in SearchSamples.All)
                await host.Put(resource);
            filled = host;
        }
        finally
        {
            Once.Release();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("Patient?identifier=urn:mrn|A-1", "kim")]
    [InlineData("Patient?identifier=A-1", "kim")]
    [InlineData("Patient?identifier=urn:mrn|", "kim,lee")]
    [InlineData("Patient?identifier=|A-1", "")]
    [InlineData("Patient?identifier=|bare", "lee")]
    [InlineData("Patient?identifier=urn:mrn|A-1,bare", "kim,lee")]
    [InlineData("Patient?identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|MR|A-1", "kim")]
    [InlineData("Patient?identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|PI|A-1", "")]
    [InlineData("Patient?gender=female&identifier=urn:mrn|", "kim")]
    [InlineData("Patient?gender:not=female", "lee")]
    [InlineData("Patient?gender:missing=true", "lee")]
    [InlineData("Patient?gender:missing=false", "kim,ok")]
    [InlineData("Observation?code=urn:검사|혈당", "obs-1")]
    [InlineData("Observation?code=혈당", "obs-1")]
    [InlineData("Patient?_tag=urn:t|one", "kim")]
    [InlineData("Patient?_profile=http://example.org/p", "kim")]
    public Task tokens_are_found_in_each_way_of_saying_them(string query, string ids) => Finds(query, ids);

    [Theory]
    [InlineData("Patient?name=김", "kim")]
    [InlineData("Patient?name=KIM", "kim")]
    [InlineData("Patient?name=철", "kim")]
    [InlineData("Patient?name=수", "")]
    [InlineData("Patient?name:contains=수", "kim")]
    [InlineData("Patient?family:exact=Kim", "kim")]
    [InlineData("Patient?family:exact=kim", "")]
    [InlineData("Patient?family=o'k\\, inc", "ok")]
    [InlineData("Patient?family=100%25", "ok")]
    [InlineData("Patient?family=1%25", "")]
    [InlineData("Patient?name=김,lee", "kim,lee")]
    public Task texts_are_found_by_what_they_begin_with_contain_or_are(string query, string ids) => Finds(query, ids);

    [Theory]
    [InlineData("Observation?subject=kim", "obs-1,obs-2")]
    [InlineData("Observation?subject=Patient/kim", "obs-1,obs-2")]
    [InlineData("Observation?subject:Patient=kim", "obs-1,obs-2")]
    [InlineData("Observation?subject:Device=kim", "")]
    [InlineData("Observation?patient=lee", "obs-3")]
    [InlineData("Observation?performer=http://elsewhere.example/fhir/Organization/x", "obs-1")]
    [InlineData("Observation?performer=x", "")]
    [InlineData("Observation?performer:identifier=urn:org|77", "obs-2")]
    [InlineData("Task?focus=DocumentReference/doc", "task")]
    public Task references_are_found_by_id_type_address_or_identifier(string query, string ids) => Finds(query, ids);

    [Theory]
    [InlineData("Patient?birthdate=1980-05-01", "kim")]
    [InlineData("Patient?birthdate=1980-05", "kim")]
    [InlineData("Patient?birthdate=ne1980-05", "lee")]
    [InlineData("Patient?birthdate=gt1980-05-01", "lee")]
    [InlineData("Patient?birthdate=ge1980-05-01", "kim,lee")]
    [InlineData("Patient?birthdate=lt1980-05-01", "")]
    [InlineData("Patient?birthdate=le1980-05-01", "kim")]
    [InlineData("Patient?birthdate=sa1980", "lee")]
    [InlineData("Patient?birthdate=eb1990", "kim")]
    [InlineData("Patient?birthdate=ap1982", "kim")]
    [InlineData("Patient?birthdate=ge1980&birthdate=lt1981", "kim")]
    [InlineData("Observation?date=2026-01-02T08:00:00%2B09:00", "obs-1")]
    [InlineData("Observation?date=2026-01-01T23:00:00Z", "obs-1")]
    [InlineData("Observation?date=eb2026-01-02", "")]
    [InlineData("Observation?date=lt2026-01-02", "")]
    [InlineData("Procedure?date=2026-02", "proc")]
    [InlineData("Procedure?date=gt2026-02-10", "proc")]
    [InlineData("Patient?_lastUpdated=gt2020", "kim,lee,ok")]
    [InlineData("Patient?_lastUpdated=lt2020", "")]
    public Task dates_compare_as_spans_of_their_precision(string query, string ids) => Finds(query, ids);

    [Theory]
    [InlineData("Observation?value-quantity=5.4", "obs-1")]
    [InlineData("Observation?value-quantity=5", "obs-1")]
    [InlineData("Observation?value-quantity=gt5.4", "obs-2")]
    [InlineData("Observation?value-quantity=ge5.4", "obs-1,obs-2")]
    [InlineData("Observation?value-quantity=lt5.4", "")]
    [InlineData("Observation?value-quantity=le5.4", "obs-1")]
    [InlineData("Observation?value-quantity=5.4|http://unitsofmeasure.org|mg", "obs-1")]
    [InlineData("Observation?value-quantity=0.0054|http://unitsofmeasure.org|g", "obs-1")]
    [InlineData("Observation?value-quantity=5.4|http://unitsofmeasure.org|kg", "")]
    [InlineData("Observation?value-quantity=5.4||mg", "obs-1")]
    [InlineData("Observation?value-quantity=5.4|http://unitsofmeasure.org|s", "")]
    [InlineData("Observation?value-quantity=ap5.2", "obs-1")]
    [InlineData("Observation?value-quantity=sa5.4", "obs-2")]
    [InlineData("Observation?value-quantity=eb5.4", "")]
    public Task quantities_compare_across_units_and_as_exactly_as_they_are_asked_for(string query, string ids) => Finds(query, ids);

    [Theory]
    [InlineData("Observation?code-value-concept=urn:lab|ABO$urn:abo|A", "obs-3")]
    [InlineData("Observation?code-value-concept=ABO$A", "obs-3")]
    [InlineData("Observation?code-value-concept=ABO$B", "")]
    [InlineData("DocumentReference?relatesto=DocumentReference/older", "doc")]
    [InlineData("BiologicallyDerivedProduct?release-state=released", "lot")]
    [InlineData("BiologicallyDerivedProduct?expiry=ge2027", "lot")]
    public Task composites_and_the_guides_own_parameters_are_found(string query, string ids) => Finds(query, ids);

    [Theory]
    [InlineData("Observation?subject:Patient.identifier=urn:mrn|A-1", "obs-1,obs-2")]
    [InlineData("Observation?patient.name=lee", "obs-3")]
    [InlineData("Observation?patient.name:contains=수", "obs-1,obs-2")]
    [InlineData("Patient?_has:Observation:subject:code=ABO", "lee")]
    [InlineData("Patient?_has:Observation:patient:value-quantity=gt5", "kim")]
    [InlineData("Patient?_has:Observation:patient:value-quantity=gt5&name=lee", "")]
    [InlineData("Patient?_id=kim,lee&gender:not=female", "lee")]
    public Task chains_lead_one_step_forward_or_back(string query, string ids) => Finds(query, ids);

    [Theory]
    [InlineData("Patient?nonsense=1", "unknown-query-parameter")]
    [InlineData("Patient?name:above=1", "unknown-search-modifier")]
    [InlineData("Patient?_id:not=1", "unknown-search-modifier")]
    [InlineData("Patient?birthdate=yesterday", "search-value")]
    [InlineData("Patient?name=", "search-value")]
    [InlineData("Patient?gender:missing=perhaps", "search-value")]
    [InlineData("Observation?value-quantity=much", "search-value")]
    [InlineData("Task?focus.identifier=1", "search-chain-target")]
    [InlineData("Observation?subject:Patient.general-practitioner.name=kim", "search-chain-too-deep")]
    [InlineData("Patient?_has:Observation:patient:_has:Task:focus:code=1", "search-chain-too-deep")]
    [InlineData("Patient?_has:Coverage:beneficiary:status=active", "unknown-query-parameter")]
    [InlineData("Patient?_sort=name", "query-parameter-value")]
    [InlineData("Patient?_count=many", "query-parameter-value")]
    [InlineData("Patient?_total=some", "query-parameter-value")]
    [InlineData("Patient?_summary=brief", "query-parameter-value")]
    [InlineData("Patient?_elements=nose", "query-parameter-value")]
    [InlineData("Patient?_revinclude=*", "query-parameter-value")]
    [InlineData("Observation?_include=*", "query-parameter-value")]
    [InlineData("Observation?_include:iterate=Observation:subject", "query-parameter-value")]
    [InlineData("Observation?_include=Patient:organization", "query-parameter-value")]
    [InlineData("Observation?code-value-quantity=a$5", "unknown-query-parameter")]
    [InlineData("Patient?_after=made-up", "search-cursor")]
    public async Task what_is_not_understood_is_refused_by_its_code(string query, string code)
    {
        var answer = await host.Get(query);
        Assert.Equal((400, code), (answer.Status, answer.Issue));
    }

    private async Task Finds(string query, string ids)
    {
        var answer = await host.Get(query);
        Assert.Equal(200, answer.Status);
        var wanted = ids.Split(',', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(wanted, answer.Ids);
        Assert.Equal(wanted.Length, answer.Total);
    }
}
