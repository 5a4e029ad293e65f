using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Donors;

/// <summary>Register the donor of cells that will be imported, by the source site's pseudonym.</summary>
/// <param name="Country">ISO 3166 two letters.</param>
/// <param name="LeukocyteRich">Marrow, blood and the like: adds HTLV and CMV.</param>
/// <param name="Reproductive">Germ or embryo-derived: adds chlamydia and gonorrhoea.</param>
/// <param name="EligibilityDetermined">The source site's responsible person has determined eligibility and excluded what the law excludes.</param>
/// <param name="CountryMarkers">Extra tests by the prevalence in the exporting country.</param>
public sealed record RegisterDonor(
    DonorId Donor,
    string Code,
    string Country,
    DateOnly CollectedOn,
    bool LeukocyteRich,
    bool Reproductive,
    bool EligibilityDetermined,
    IReadOnlyList<Marker> CountryMarkers) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Code)) yield return CellsRefusals.Required(nameof(Code));
        else if (ResidentRegistrationNumber.AppearsIn(Code)) yield return ResidentRegistrationNumber.Refuse(nameof(Code));
        if (Country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            yield return new("country-code", "국가는 두 글자 부호(예: US)로 적습니다.", "Give the country as a two-letter code, e.g. US.", field: nameof(Country));
        if (CollectedOn == default) yield return CellsRefusals.Required(nameof(CollectedOn));
    }

    public static Outcome<DonorEvent> Decide(Donor state, RegisterDonor command, Circumstances at)
    {
        if (command.CollectedOn > at.Today) return CellsRefusals.InTheFuture(nameof(CollectedOn));
        if (!state.Exists)
            return new DonorRegistered(
                command.Donor, command.Code.Trim(), command.Country, command.CollectedOn, command.LeukocyteRich, command.Reproductive,
                command.EligibilityDetermined, [.. command.CountryMarkers.Distinct().Order()]);
        var same = state.Code == command.Code.Trim() && state.Country == command.Country && state.CollectedOn == command.CollectedOn
            && state.LeukocyteRich == command.LeukocyteRich && state.Reproductive == command.Reproductive
            && state.EligibilityDetermined == command.EligibilityDetermined
            && state.CountryMarkers.SequenceEqual(command.CountryMarkers.Distinct().Order());
        return same ? Outcome<DonorEvent>.Accept() : CellsRefusals.AlreadyRecorded(nameof(Code));
    }
}
