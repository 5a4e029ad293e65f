using System.Globalization;
using RegenTrack.Domain.Cells.Labels;
using RegenTrack.Domain.Cells.Published;
using RegenTrack.Domain.Cells.Shipments;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Pages.Cells.Shipments;

/// <summary>Lots and containers of an announcement, from what was typed.</summary>
internal static class AnnouncedLots
{
    private static readonly Refusal TwoSeals = new(
        "container-with-two-seals", "같은 용기 번호에 봉인 번호가 둘입니다.", "One container number has two seal numbers.", field: "Seal");

    public static (List<ExpectedUnit> Units, List<ExpectedContainer> Containers, List<Refusal> Refusals) Read(IReadOnlyList<LotForm> lots, Func<int, string> newLot)
    {
        var units = new List<ExpectedUnit>();
        var refusals = new List<Refusal>();
        for (var index = 0; index < lots.Count; index++)
        {
            var lot = lots[index];
            var field = string.Create(CultureInfo.InvariantCulture, $"Input.Lots[{index}].Din");
            var (entry, refusal) = DonationNumberEntry.Read(lot.Din);
            if (refusal is null && entry!.Assurance == EntryAssurance.Unchecked) refusal = LabelRefusals.MissingCheckCharacter;
            if (refusal is not null)
            {
                refusals.Add(refusal with { Field = field });
                continue;
            }

            var (product, version) = ProductOf(lot.Product);
            units.Add(new(
                new LotId(newLot(index)), new DonorId(lot.Donor), entry!.Number, product, version, lot.Batch.Trim(), lot.Expiry ?? default, lot.Container.Trim(), lot.Quantity, lot.Unit.Trim()));
        }

        var containers = lots.Select(lot => new ExpectedContainer(lot.Container.Trim(), lot.Seal.Trim())).Distinct().ToList();
        if (containers.DistinctBy(container => container.Number).Count() < containers.Count) refusals.Add(TwoSeals);
        return (units, containers, refusals);
    }

    private static (string Product, int Version) ProductOf(string choice)
    {
        var at = choice.LastIndexOf('@');
        return at > 0 && int.TryParse(choice.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (choice[..at], version) : ("", 0);
    }
}
