using RegenTrack.Interop.Treatments;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Treatments;

/// <summary>Whatever a hospital's system sends that cannot be taken: it is told what is wrong and where, and nothing is written, not even half of it.</summary>
public sealed class HospitalBadInputTests(HospitalAtWork work, PostgresFixture postgres) : IClassFixture<HospitalAtWork>
{
    private const string Resident = "900101-1234567";

    /// <summary>Door, body, status, code and place. <c>CASE</c> stands for the enrolled subject's CarePlan.</summary>
    public static TheoryData<string, string, int, string> Broken => new()
    {
        // Malformed JSON.
        { "", "{", 400, "malformed-json @ " },
        { "Procedure", """{"resourceType":"Procedure",""", 400, "malformed-json @ resourceType" },
        { "AdverseEvent", "", 400, "malformed-json @ " },
        { "", HospitalMessages.Enrolment()[..^20], 400, "malformed-json @ *" },

        // Unknown resource types.
        { "Pet", """{"resourceType":"Pet"}""", 404, "unknown-resource-type @ " },
        { "Coverage", """{"resourceType":"Coverage"}""", 404, "resource-type-not-served @ " },
        { "Procedure", """{"resourceType":"Pet"}""", 400, "unknown-resource-type @ " },
        { "", HospitalMessages.Enrolment("HB-9").Replace("\"resourceType\":\"Consent\"", "\"resourceType\":\"Pet\"", StringComparison.Ordinal), 400, "unknown-resource-type @ Bundle.entry[1].resource" },

        // Wrong types.
        { "Procedure", Procedure().Replace("\"status\":\"completed\"", "\"status\":7", StringComparison.Ordinal), 400, "wrong-json-type @ Procedure.status" },
        { "Procedure", Procedure(at: "yesterday"), 400, "invalid-datetime @ Procedure.performed.ofType(dateTime)" },
        { "Procedure", Procedure().Replace("\"value\":1,", "\"value\":\"one\",", StringComparison.Ordinal), 400, "wrong-json-type @ Procedure.extension[0].extension[1].value.ofType(Quantity).value" },
        { "AdverseEvent", Event().Replace("\"event\":{\"text\":\"발열\"}", "\"event\":\"발열\"", StringComparison.Ordinal), 400, "object-expected @ AdverseEvent.event" },
        { "", HospitalMessages.Enrolment("HB-9").Replace("\"1961-04-02\"", "1961", StringComparison.Ordinal), 400, "wrong-json-type @ Bundle.entry[0].resource.birthDate" },
        { "", HospitalMessages.Enrolment("HB-9").Replace("JVBERi0xLjc=", "no base64!", StringComparison.Ordinal), 400, "invalid-base64binary @ Bundle.entry[1].resource.source.ofType(Attachment).data" },

        // Dates in the future.
        { "", HospitalMessages.Enrolment("HB-9").Replace("2026-07-03", "2026-07-07", StringComparison.Ordinal), 422, "enrolled-in-the-future @ Bundle.entry[2].resource.period.start" },
        { "Procedure", Procedure(at: "2026-07-07T09:00:00+09:00"), 422, "observed-in-the-future @ Procedure.performed" },
        { "Procedure", Procedure(at: "2026-07-06T10:01:00+09:00"), 422, "administered-in-the-future @ Procedure.performed" },

        // Unknown references.
        { "", HospitalMessages.Enrolment("HB-9", plan: "plan-none"), 422, "plan-unknown @ Bundle.entry[2].resource.supportingInfo" },
        { "", HospitalMessages.Enrolment("HB-9").Replace("\"subject\":{\"reference\":\"urn:uuid:6a0c2f2e-0000-4000-8000-000000000001\"}", "\"subject\":{\"reference\":\"urn:uuid:6a0c2f2e-0000-4000-8000-00000000000f\"}", StringComparison.Ordinal), 400, "reference-unresolved @ Bundle.entry[2].resource.subject.reference" },
        { "Procedure", Procedure(plan: "case-none"), 422, "case-unknown @ Procedure.basedOn" },
        { "Procedure", Procedure(lot: "lot-none"), 422, $"lot-unknown @ Procedure.extension.where(url='{TreatmentNames.UsedProduct}').extension.where(url='product')" },
        { "AdverseEvent", Event("Procedure/adm-none"), 422, "required @ AdverseEvent.suspectEntity.instance" },

        // Resident registration numbers.
        { "", HospitalMessages.Enrolment(Resident), 400, "resident-registration-number @ Bundle.entry[0].resource.identifier[0].value" },
        { "Procedure", Procedure().Replace("MSC 관절강 내 투여", $"환자 {Resident}", StringComparison.Ordinal), 400, "resident-registration-number @ Procedure.code.text" },
        { "AdverseEvent", Event().Replace("발열", Resident.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal), 400, "resident-registration-number @ AdverseEvent.event.text" },
        { "", Applications.Bundles.Plan().Replace("김가상", $"김가상 {Resident}", StringComparison.Ordinal), 400, "resident-registration-number @ Bundle.entry[6].resource.name[0].text" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task what_cannot_be_taken_is_told_with_its_place_and_leaves_nothing(string door, string body, int status, string issue)
    {
        var before = await work.Written();

        var answer = await work.Hospital.Post(door, body.Replace("CASE", work.Enrolled, StringComparison.Ordinal));

        Assert.Equal(status, answer.Status);
        var told = answer.Issues.First();
        Assert.Equal(issue.TrimEnd('*'), issue.EndsWith('*') ? told[..(issue.Length - 1)] : told);
        Assert.DoesNotContain("1234567", answer.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await work.Written());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_body_of_fifty_megabytes_is_refused_in_words(bool chunked)
    {
        var before = await work.Written();
        var answer = await work.Hospital.PostBytes("Procedure", new byte[50_000_000], chunked);
        Assert.Equal((413, "document-too-large @ "), (answer.Status, answer.Issues.Single()));
        Assert.Equal(before, await work.Written());
    }

    [Fact]
    public async Task a_plan_that_is_refused_leaves_neither_its_files_nor_its_people()
    {
        var before = await work.Written();
        var answer = await work.Hospital.Post("", Applications.Bundles.Plan(without: "6"));
        Assert.Equal((422, "plan-item-missing @ Bundle.entry[2].resource.item.where(linkId='6')"), (answer.Status, answer.Issues.Single()));
        Assert.Equal(422, (await work.Hospital.Post("", Applications.Bundles.Plan(exemption: "grant-none"))).Status);
        Assert.Equal(422, (await work.Hospital.Post("", HospitalMessages.Enrolment("HB-9", items: ""))).Status);
        Assert.Equal(before, await work.Written());
    }

    [Fact]
    public async Task the_same_request_twice_or_twice_at_once_is_one_fact()
    {
        await using var own = new HospitalAtWork(postgres);
        await own.InitializeAsync();
        var (hospital, enrolled) = (own.Hospital, own.Enrolled);
        var first = await hospital.Post("Procedure", HospitalMessages.Administration(enrolled), "adm-1");
        var before = await own.Written();

        var again = await hospital.Post("Procedure", HospitalMessages.Administration(enrolled), "adm-1");
        Assert.Equal((201, first.Location), (again.Status, again.Location));
        Assert.Equal(before, await own.Written());

        var other = await hospital.Post("Procedure", HospitalMessages.Administration(enrolled, at: "2026-07-06T09:30:00+09:00"), "adm-1");
        Assert.Equal((422, "command-id-reused @ "), (other.Status, other.Issues.Single()));
        Assert.Equal(before, await own.Written());

        var twins = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => hospital.Post("", HospitalMessages.Enrolment("HB-7"))));
        Assert.All(twins, twin => Assert.Equal((200, twins[0].Body.ToString()), (twin.Status, twin.Body.ToString())));
        Assert.Contains("treatment_case_board 2 ", await own.Written(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task two_hospitals_that_use_the_same_request_id_never_meet()
    {
        await using var own = new HospitalAtWork(postgres);
        await own.InitializeAsync();
        using var other = await own.SignIn("demo-hospital-2", "inst-saebyeok");
        var mine = await own.Hospital.Post("", Applications.Bundles.Plan(), "request-1");
        var theirs = await other.Post("", Applications.Bundles.Plan(), "request-1");
        Assert.Equal((200, 422), (mine.Status, theirs.Status));
        Assert.StartsWith("institution-not-yours", theirs.Issues.First(), StringComparison.Ordinal);
    }

    private static string Procedure(string plan = "CASE", string? lot = null, string at = "2026-07-06T09:00:00+09:00") => HospitalMessages.Administration(plan, lot, at);

    private static string Event(string procedure = "Procedure/adm-none") => HospitalMessages.AdverseEvent(procedure);
}
