using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Treatments;
using static RegenTrack.Domain.Tests.Treatments.CaseScenario;

namespace RegenTrack.Domain.Tests.Treatments;

public sealed class RecordAdministrationTests
{
    [Fact]
    public void a_released_lot_of_the_plans_product_may_be_given() => Case(Enrolled).Give().Then(Given);

    [Fact]
    public void an_administration_is_tied_to_the_plan_version_in_force() =>
        Case(Enrolled).Give(facts: Facts with { Plan = Plan with { Version = 3 } })
            .Then(events => Assert.Equal(3, Assert.IsType<AdministrationRecorded>(Assert.Single(events)).PlanVersion));

    [Theory]
    [InlineData(LotState.Announced, "lot-not-released")]
    [InlineData(LotState.PreClearanceReported, "lot-not-released")]
    [InlineData(LotState.InTransit, "lot-not-released")]
    [InlineData(LotState.WaitingQuarantine, "lot-not-released")]
    [InlineData(LotState.UnderReceiptInspection, "lot-not-released")]
    [InlineData(LotState.OnHold, "lot-on-hold")]
    [InlineData(LotState.Rejected, "lot-on-hold")]
    [InlineData(LotState.Unknown, "lot-unknown")]
    public void only_a_released_lot_may_be_given(LotState state, string code) =>
        Case(Enrolled).Give(facts: Facts with { Lot = Lot with { State = state } }).ThenRefused(code);

    [Fact]
    public void an_unknown_lot_is_refused() => Case(Enrolled).Give(facts: Facts with { Lot = null }).ThenRefused("lot-unknown");

    [Fact]
    public void a_lot_may_be_given_on_its_last_day_and_not_after()
    {
        Case(Enrolled).Give(facts: Facts with { Lot = Lot with { Expiry = new(2026, 12, 8) } }).Then(Given);
        Case(Enrolled).Give(facts: Facts with { Lot = Lot with { Expiry = new(2026, 12, 7) } }).ThenRefused("lot-expired");
    }

    [Fact]
    public void a_lot_of_another_product_or_version_is_refused()
    {
        Case(Enrolled).Give(facts: Facts with { Lot = Lot with { Product = "prd-cart" } }).ThenRefused("lot-of-another-product");
        Case(Enrolled).Give(facts: Facts with { Lot = Lot with { ProductVersion = 2 } }).ThenRefused("lot-of-another-product");
    }

    [Fact]
    public void the_import_exemption_must_cover_treatment_at_the_institution()
    {
        Case(Enrolled).Give(facts: Facts with { ImportGrant = GrantB with { Operators = [new(Hanbit, true, false)] } }).ThenRefused("import-exemption-not-covering");
        Case(Enrolled).Give(facts: Facts with { ImportGrant = GrantB with { StartedOn = null } }).ThenRefused("import-exemption-not-covering");
    }

    [Fact]
    public void a_lot_imported_under_no_exemption_is_refused()
    {
        var refusals = Case(Enrolled).Give(facts: Facts with { Lot = Lot with { SourceGrant = null }, ImportGrant = null }).ThenRefused("lot-without-import-exemption");
        Assert.Equal(("A15-1", "Lot"), (refusals[0].Rule?.Id, refusals[0].Field));
        Case(Enrolled).Give(facts: Facts with { ImportGrant = GrantB with { Exists = false } }).ThenRefused("lot-without-import-exemption");
    }

    [Fact]
    public void an_exemption_of_another_kind_is_no_import_exemption()
    {
        var refusals = Case(Enrolled).Give(facts: Facts with { ImportGrant = GrantA }).ThenRefused("import-exemption-of-another-kind");
        Assert.Equal("A15-1", refusals[0].Rule?.Id);
    }

    [Fact]
    public void the_conditions_of_the_import_exemption_must_be_met()
    {
        var refusals = Case(Enrolled).Give(facts: Facts with { ImportGrant = GrantB with { ConditionSetMet = false } }).ThenRefused("import-exemption-conditions-unmet");
        Assert.Equal(("SB-05", "Lot"), (refusals[0].Rule?.Id, refusals[0].Field));
    }

    [Fact]
    public void the_patient_cap_of_the_import_exemption_counts_people_and_not_doses()
    {
        var capped = Facts with { ImportGrant = GrantB with { PatientCap = 3 } };
        Case(Enrolled).Give(facts: capped with { OthersTreatedUnderImport = 2 }).Then(Given);
        Assert.Equal("SB-05", Case(Enrolled).Give(facts: capped with { OthersTreatedUnderImport = 3 }).ThenRefused("import-exemption-full")[0].Rule?.Id);
        Case(Enrolled).Give(facts: capped with { ImportGrant = GrantB with { PatientCap = null }, OthersTreatedUnderImport = 99 }).Then(Given);
    }

    [Fact]
    public void all_that_speaks_against_the_import_is_told_at_once() =>
        Case(Enrolled).Give(facts: Facts with { ImportGrant = GrantB with { StartedOn = null, ConditionSetMet = false, PatientCap = 1 }, OthersTreatedUnderImport = 1 })
            .ThenRefused("import-exemption-not-covering", "import-exemption-conditions-unmet", "import-exemption-full");

    [Fact]
    public void no_more_is_given_than_the_lot_has()
    {
        Case(Enrolled).Give(Giving with { Quantity = 3 }).Then(events => Assert.Single(events));
        Case(Enrolled).Give(Giving with { Quantity = 0.5m }, Facts with { GivenOfLot = 2.5m }).Then(events => Assert.Single(events));
        var refusals = Case(Enrolled).Give(facts: Facts with { GivenOfLot = 2.5m }).ThenRefused("lot-used-up");
        Assert.Equal("Quantity", refusals[0].Field);
        Assert.Contains("0.5 dose left", refusals[0].Message.English, StringComparison.Ordinal);
        Case(Enrolled).Give(facts: Facts with { GivenOfLot = 7 }).ThenRefused("lot-used-up");
    }

    [Fact]
    public void an_amount_is_given_in_the_unit_in_which_the_lot_is_counted()
    {
        Case(Enrolled).Give(Giving with { Unit = "Dose" }).Then(events => Assert.Single(events));
        Assert.Equal("Unit", Case(Enrolled).Give(Giving with { Unit = "mL" }).ThenRefused("unit-not-of-lot")[0].Field);
        Case(Enrolled).Give(Giving with { Unit = "mL" }, Facts with { Lot = Lot with { Unit = " " } }).Then(events => Assert.Single(events));
    }

    [Fact]
    public void whatever_is_asked_for_what_is_given_and_what_is_left_add_up_to_what_was_received() => Seeded.Check(
        random =>
        {
            var (given, refused) = (0m, 0);
            for (var number = 0; number < 100; number++)
            {
                var asked = Giving with { Administration = new($"adm-{number}"), Quantity = random.Next(1, 500) / 1000m };
                var outcome = RecordAdministration.Decide(TreatmentCase.Evolve(TreatmentCase.Initial, Enrolled), asked, Facts with { GivenOfLot = given }, At);
                Assert.Equal(given + asked.Quantity > Lot.Quantity, outcome.IsRefused);
                given += outcome.Events.Cast<AdministrationRecorded>().Sum(recorded => recorded.Quantity);
                refused += outcome.IsRefused ? 1 : 0;
            }

            Assert.InRange(given, Lot.Quantity - 0.5m, Lot.Quantity);
            Assert.NotEqual(0, refused);
        },
        runs: 20);

    [Theory]
    [InlineData(PlanStanding.NotDecided)]
    [InlineData(PlanStanding.Unsuitable)]
    [InlineData(PlanStanding.Suspended)]
    [InlineData(PlanStanding.Ended)]
    public void a_plan_that_is_not_in_force_treats_nobody(PlanStanding standing) =>
        Case(Enrolled).Give(facts: Facts with { Plan = Plan with { Standing = standing } }).ThenRefused("plan-not-in-force");

    [Fact]
    public void treatment_stops_when_the_plan_or_its_exemption_ends()
    {
        Case(Enrolled).Give(facts: Facts with { Plan = Plan with { Until = new(2026, 12, 7) } }).ThenRefused("plan-not-in-force");
        var ended = GrantA with { Until = new(2026, 12, 7) };
        var refusals = Case(Enrolled).Give(facts: Facts with { Plan = Plan with { Grant = ended } }).ThenRefused("exemption-not-in-force");
        Assert.Equal("SB-14", refusals[0].Rule?.Id);
    }

    [Fact]
    public void nothing_is_given_before_consent()
    {
        var refusals = Case(Enrolled).Give(Giving with { AdministeredAt = KoreanTime.StartOf(new(2026, 12, 6)) })
            .ThenRefused("consent-missing", "administered-before-enrolment");
        Assert.Equal("A11-2", refusals[0].Rule?.Id);
    }

    [Fact]
    public void nothing_is_given_in_the_future() =>
        Case(Enrolled).Give(Giving with { AdministeredAt = At.Now.AddMinutes(1) }).ThenRefused("administered-in-the-future");

    [Fact]
    public void another_institutions_case_looks_absent() =>
        Case(Enrolled).Give(at: By(new Actor("demo-hospital-2", Role.HospitalSystem, "inst-saebyeok"), new(2026, 12, 10))).ThenRefused("case-unknown");

    [Fact]
    public void the_record_clock_is_seven_days_moved_off_days_off_and_being_late_is_no_refusal()
    {
        var saturday = Giving with { AdministeredAt = KoreanTime.StartOf(new(2026, 12, 12)).AddHours(9) };
        Case(Enrolled).Give(saturday, at: By(At.By, new(2026, 12, 30)))
            .Then(events => Assert.Equal(new DateOnly(2026, 12, 21), Assert.IsType<AdministrationRecorded>(Assert.Single(events)).RecordDue));
    }

    [Fact]
    public void the_day_of_law_is_the_day_in_seoul() =>
        Case(Enrolled).Give(
            Giving with { AdministeredAt = new DateTimeOffset(2026, 12, 8, 15, 30, 0, TimeSpan.Zero) },
            Facts with { Lot = Lot with { Expiry = new(2026, 12, 8) } }).ThenRefused("lot-expired");

    [Fact]
    public void the_shape_names_every_bad_field() => Assert.Equal(
        ["Lot", "Quantity", "Unit", "Route"],
        (Giving with { Lot = new(""), Quantity = 0, Unit = " ", Route = "" }).Shape().Select(refusal => refusal.Field));

    [Fact]
    public void consent_cannot_be_withdrawn_in_the_future_or_before_it_was_given()
    {
        Case(Enrolled).Withdraw(new(2026, 12, 11)).ThenRefused("withdrawn-in-the-future");
        Case(Enrolled).Withdraw(new(2026, 12, 6)).ThenRefused("withdrawn-before-consent");
    }
}
