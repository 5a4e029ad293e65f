using System.Runtime.CompilerServices;
using System.Text;
using RegenTrack.Fhir.Json;
using RegenTrack.Tests.Browser;
using RegenTrack.Tests.Cells;
using RegenTrack.Tests.Fixtures;
using RegenTrack.Tests.Treatments;

namespace RegenTrack.Tests.MainStory;

/// <summary>The whole story, each step by the door of the person who does it: officers at a real browser, the hospital over FHIR.</summary>
public sealed class MainStoryTests(PostgresFixture postgres, ChromiumFixture chromium)
{
    private readonly TestTime _time = new(TestTime.Start);

    [Fact]
    public async Task from_a_trials_results_to_the_proof_of_the_sandbox()
    {
        await using var host = await RunningWeb.Start(postgres, _time);
        await Stage.Set(host, _time);
        await TrialResults(host);
        var plan = await Review(host);
        await Cells(host.Address);
        var safety = await Treat(host, plan);
        await Trace(host.Address, safety);
        await Documents(host.Address, plan);
        await Proof(host.Address);
    }

    private async Task TrialResults(RunningWeb host)
    {
        await using var officer = await Person.SignIn(chromium, host.Address, "sec1");
        await officer.Go("/trials/upload");
        await officer.Upload("Record", "NCT09000001.json", "application/json", await File.ReadAllBytesAsync(DemoRecord(), TestContext.Current.CancellationToken));
        await officer.Press("올리기");
        await officer.ShouldRead("NCT09000001", "1차 평가변수");
        await new Applications.Story(host.Services).CompleteTrial();
    }

    private async Task<string> Review(RunningWeb host)
    {
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital", "inst-hanbit");
        var incomplete = await hospital.Post("", Stage.Plan("6", "12"));
        Assert.Equal(422, incomplete.Status);
        Assert.Equal(2, incomplete.Issues.Count(issue => issue.StartsWith("plan-item-missing", StringComparison.Ordinal)));
        var filed = await hospital.Post("", Stage.Plan());
        Assert.Equal(200, filed.Status);
        var plan = filed.Body.Items("entry").First().Text("response", "location")!.Split('/')[1];

        await using var secretariat = await Person.SignIn(chromium, host.Address, "sec1");
        await secretariat.Go("/applications");
        await secretariat.Follow("동종 제대유래 중간엽줄기세포 치료");
        await secretariat.Press("접수 또는 반려");
        await secretariat.Fill("ReceiptNumber", "2026-0001");
        await secretariat.Press("접수 확인");
        await secretariat.ShouldRead("2026-11-24");
        await secretariat.Press("보완");
        await secretariat.Choose("Items_0__LinkId", "8");
        await secretariat.Fill("Items_0__Question", "이상반응 보고 절차를 보완하십시오.");
        await secretariat.Fill("Days", "14");
        await secretariat.Press("보완요청 보내기");
        await secretariat.Go("/applications");
        await secretariat.ShouldRead("정지");

        _time.Advance(TimeSpan.FromDays(7));
        using (var later = await HospitalClient.SignIn(host, "demo-hospital-later", "inst-hanbit"))
        {
            var asked = await later.Get("Task?code=supplement-request&status=requested");
            var supplement = asked.Body.Items("entry").Single().At("resource")!.Value.Text("id")!;
            Assert.Equal(200, (await later.Post("", Applications.Bundles.Answer(supplement))).Status);
        }

        await using var again = await Person.SignIn(chromium, host.Address, "sec1");
        await again.Go($"/applications/{plan}/assign");
        await again.CheckRadio("Expert", "exp1");
        await again.Press("배정");
        await Compare(host.Address, plan);
        await Decide(host.Address, plan);
        return plan;
    }

    private async Task Compare(Uri host, string plan)
    {
        await using var expert = await Person.SignIn(chromium, host, "exp1");
        await expert.Go($"/applications/{plan}/compare");
        for (var row = 0; row < Domain.Applications.ComparabilityDimension.All.Count; row++)
        {
            await expert.Choose($"Rows_{row}__Verdict", "Same");
            await expert.Fill($"Rows_{row}__Rationale", "시험 결과와 신청 내용이 같음");
        }

        await expert.Choose("Overall", "Accepted");
        await expert.Press("평가표 저장");
        await expert.Fill("Report", "임상시험 제품과 동일함을 확인함");
        await expert.Press("제출");
    }

    private async Task Decide(Uri host, string plan)
    {
        await using var committee = await Person.SignIn(chromium, host, "com1");
        await committee.Go($"/applications/{plan}/decide");
        await committee.Fill("Input_Meeting", "2026-6차");
        for (var member = 0; member < 4; member++)
        {
            await committee.Choose($"Input_Ballots_{member}__Vote", "Suitable");
        }

        await committee.Choose("Input_Result", "Suitable");
        await committee.Fill("Input_Reasons", "근거가 충분하고 동등성이 인정됨");
        await committee.Press("미리 보기");
        await committee.ShouldRead("재적 5명 중 4명 출석");
        await committee.Press("의결을 기록하고 통지");
        await committee.ShouldRead("적합");
    }

    private async Task Cells(Uri host)
    {
        await using var inspector = await Person.SignIn(chromium, host, "ins1", width: 390);
        await Inspect(inspector, CellsStory.Shipment.Value, "A9999 26 123456 T", "SEAL-1", -175m);
        foreach (var kind in new[] { "Documentary", "Identity", "Physical", "Temperature" })
        {
            await inspector.Go($"/cells/inspect/{CellsStory.Shipment.Value}/checks");
            await RecordCheck(inspector, kind);
        }

        await inspector.Go($"/cells/lots/{CellsStory.Lot.Value}/decision");
        await inspector.Fill("release-reason", "모든 검사가 적합함");
        await inspector.Press("공급가능으로 판정");
        await inspector.Go($"/cells/lots/{CellsStory.Lot.Value}");
        await inspector.ShouldRead("공급가능");

        await Inspect(inspector, Stage.SecondShipment, "W0000 07 123456 D", "SEAL-2", -140m);
        await inspector.Go($"/cells/lots/{Stage.WarmLot}/decision");
        await inspector.Fill("hold-reason", "온도이탈");
        await inspector.Press("보류하기");
        await inspector.Go($"/cells/lots/{Stage.WarmLot}/decision");
        await inspector.Fill("reject-reason", "안정성 자료 없음");
        await inspector.Press("부적합으로 판정");
        await inspector.Go($"/cells/lots/{Stage.WarmLot}");
        await inspector.ShouldRead("부적합");
    }

    private static async Task Inspect(Person inspector, string shipment, string label, string seal, decimal peak)
    {
        await inspector.Go($"/cells/inspect/{shipment}/scan");
        await inspector.Fill("Din", label[..^1] + "0");
        await inspector.PressInVain("확인");
        await inspector.ShouldRead("점검문자");
        await inspector.Fill("Din", label);
        await inspector.Press("확인");
        await inspector.ShouldRead("예고와 일치합니다");
        await inspector.Fill("found-C-1", seal);
        await inspector.Check("intact-C-1");
        await inspector.Press("봉인 기록");
        await inspector.Go($"/cells/inspect/{shipment}/temperature");
        await inspector.Upload("File", "log.txt", "text/plain", Encoding.UTF8.GetBytes(CellsStory.LoggerText(peak)));
        await inspector.Press("올리고 판정 보기");
    }

    private static async Task RecordCheck(Person inspector, string kind)
    {
        if (kind == "Documentary")
        {
            foreach (var item in Domain.Cells.Shipments.DocumentChecklist.Items)
            {
                await inspector.Check($"{item.Key}-Present");
            }
        }

        if (kind == "Identity")
        {
            await inspector.Check("depth-full");
        }

        await inspector.Check($"{kind}-Satisfactory");
        await inspector.Press("검사 기록");
    }

    private async Task<string> Treat(RunningWeb host, string plan)
    {
        _time.MoveTo(TreatmentStory.Today);
        using var hospital = await HospitalClient.SignIn(host, "demo-hospital-treats", "inst-hanbit");
        var cases = new List<string>();
        foreach (var subject in new[] { "HB-001", "HB-002" })
        {
            var enrolled = await hospital.Post("", HospitalMessages.Enrolment(subject, plan: plan));
            Assert.True(enrolled.Status == 200, enrolled.Body.ToString());
            cases.Add(enrolled.Body.Items("entry").Last().Text("response", "location")!.Split('/')[1]);
        }

        var refused = await hospital.Post("Procedure", HospitalMessages.Administration(cases[0], Stage.WarmLot));
        Assert.Equal(422, refused.Status);
        Assert.StartsWith("lot-on-hold", refused.Issues.First(), StringComparison.Ordinal);
        var given = await hospital.Post("Procedure", HospitalMessages.Administration(cases[0]));
        Assert.True(given.Status == 201, given.Body.ToString());
        Assert.Equal(201, (await hospital.Post("Procedure", HospitalMessages.Administration(cases[1]))).Status);
        var reported = await hospital.Post("AdverseEvent", HospitalMessages.AdverseEvent($"Procedure/{given.Body.Text("id")}"));
        Assert.True(reported.Status == 201, reported.Body.ToString());
        return reported.Body.Text("id")!;
    }

    private async Task Trace(Uri host, string adverseEvent)
    {
        await using var officer = await Person.SignIn(chromium, host, "saf1");
        await officer.Go($"/safety/events/{adverseEvent}");
        await officer.ShouldRead(CellsStory.Lot.Value, "NB-D-7", CellsStory.Shipment.Value, "SYN-1");
    }

    private static async Task Documents(Uri host, string plan)
    {
        using var visitor = new Visitor(host);
        await visitor.SignIn("sec1");
        foreach (var document in new[] { "treatment-plan", "review-result" })
        {
            using var answer = await visitor.Get($"/documents/{document}/{plan}.pdf");
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(bytes));
            Assert.Equal("%PDF-", Encoding.ASCII.GetString(bytes[..5]));
        }
    }

    private async Task Proof(Uri host)
    {
        await using var officer = await Person.SignIn(chromium, host, "sbx1");
        await officer.Go("/sandbox");
        foreach (var (figure, count) in new[] { ("신청", "1"), ("적합", "1"), ("공급가능", "1"), ("부적합", "1"), ("등록 대상자", "2"), ("치료받은 대상자", "2"), ("중대한 이상반응", "1") })
        {
            Assert.Equal((figure, count), (figure, await officer.Figure(figure)));
        }
    }

    private static string DemoRecord([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "RegenTrack.Web", "Demo", "NCT09000001.json"));
}
