namespace RegenTrack.Tests.Fhir.Access;

/// <summary>What a request leaves behind, whatever its answer.</summary>
public sealed class AccessRecordTests(FhirServerHost host) : IClassFixture<FhirServerHost>
{
    [Theory]
    [InlineData("GET", "/fhir/Basic/nobody", "read Basic nobody 404 []")]
    [InlineData("GET", "/fhir/Basic?code=secret-value&_count=5", "search-type Basic  200 [_count code]")]
    [InlineData("GET", "/fhir/Basic?nonsense=secret-value", "search-type Basic  400 [nonsense]")]
    [InlineData("GET", "/fhir/Nonsense/1", "read   404 []")]
    [InlineData("DELETE", "/fhir/Basic/nobody", "delete Basic nobody 405 []")]
    [InlineData("POST", "/fhir/Basic", "create Basic  400 []")]
    [InlineData("GET", "/fhir/Basic/900101-1234567", "read   400 []")]
    [InlineData("GET", "/fhir/Basic?900101-1234567=x", "search-type   400 []")]
    [InlineData("GET", "/fhir/Basic/not%20an%20id%00", "")]
    [InlineData("GET", "/fhir/Patient/subj-1", "read Patient subj-1 404 [] subj-1")]
    public async Task every_answer_leaves_one_record_without_values(string method, string address, string record)
    {
        var id = Guid.NewGuid().ToString();
        await host.Send(new HttpMethod(method), address, method == "POST" ? "{}" : null, ("X-Request-Id", id));
        var kept = host.Accesses.All.Where(one => one.RequestId == id).ToList();
        if (record.Length == 0)
        {
            Assert.Empty(kept);
            return;
        }

        var one = Assert.Single(kept);
        Assert.Equal(record, $"{one.Interaction} {one.Type} {one.Id} {one.Status} [{string.Join(' ', one.Parameters)}] {string.Join(' ', one.Subjects)}".TrimEnd());
        Assert.Equal(("demo-hospital", "inst-hanbit", FhirServerHost.Time.GetUtcNow()), (one.Client, one.Institution, one.At));
        Assert.DoesNotContain("secret-value", one.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_open_to_everybody_leaves_none()
    {
        var id = Guid.NewGuid().ToString();
        await host.Send(HttpMethod.Get, "/fhir/metadata", null, ("X-Request-Id", id));
        Assert.DoesNotContain(host.Accesses.All, one => one.RequestId == id);
    }
}
