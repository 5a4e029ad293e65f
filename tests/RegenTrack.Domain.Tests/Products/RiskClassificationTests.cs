using RegenTrack.Domain.Products.Published;

namespace RegenTrack.Domain.Tests.Products;

public sealed class RiskClassificationTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Theory]
    [InlineData(CellOrigin.Autologous, CellKind.Somatic, Manipulation.MoreThanMinimal, false, RiskClass.Medium)]
    [InlineData(CellOrigin.Autologous, CellKind.Somatic, Manipulation.Minimal, false, RiskClass.Low)]
    [InlineData(CellOrigin.Allogeneic, CellKind.Somatic, Manipulation.MoreThanMinimal, false, RiskClass.High)]
    [InlineData(CellOrigin.Allogeneic, CellKind.Somatic, Manipulation.Minimal, false, RiskClass.Medium)]
    [InlineData(CellOrigin.Autologous, CellKind.InducedPluripotent, Manipulation.MoreThanMinimal, false, RiskClass.High)]
    [InlineData(CellOrigin.Autologous, CellKind.EmbryonicStem, Manipulation.Minimal, false, RiskClass.High)]
    [InlineData(CellOrigin.Autologous, CellKind.Somatic, Manipulation.MoreThanMinimal, true, RiskClass.High)]
    [InlineData(CellOrigin.Animal, CellKind.Somatic, Manipulation.Minimal, false, RiskClass.High)]
    public void the_class_follows_from_cells_manipulation_and_genes(CellOrigin origin, CellKind kind, Manipulation manipulation, bool gene, RiskClass expected) =>
        Assert.Equal(expected, Class(new ProductComponent("cells", origin, kind, manipulation, gene)));

    [Theory]
    [InlineData(TissueFunction.StructuralRestoration, RiskClass.Medium)]
    [InlineData(TissueFunction.CompleteReplacement, RiskClass.High)]
    [InlineData(TissueFunction.None, RiskClass.Low)]
    public void artificial_tissue_is_judged_by_its_function(TissueFunction tissue, RiskClass expected) =>
        Assert.Equal(expected, Class(new ProductComponent("scaffold", null, Tissue: tissue)));

    [Fact]
    public void a_combination_takes_the_greatest_class_and_explains_each_part()
    {
        RiskAssessment risk = RiskClassification.Of(
            [new("own cells", CellOrigin.Autologous), new("donor cells", CellOrigin.Allogeneic, Manipulation: Manipulation.MoreThanMinimal)], Day, DowngradeTable.None);
        Assert.Equal(RiskClass.High, risk.Class);
        Assert.Equal([RiskClass.Low, RiskClass.High], risk.Grounds.Select(ground => ground.Class));
    }

    [Theory]
    [InlineData("2026-05-31", RiskClass.High)]
    [InlineData("2026-06-01", RiskClass.Medium)]
    [InlineData("2026-12-31", RiskClass.Medium)]
    [InlineData("2027-01-01", RiskClass.High)]
    public void a_notice_lowers_an_item_by_one_class_while_it_stands(string day, RiskClass expected)
    {
        var table = new DowngradeTable([new Downgrade("item-1", RiskClass.High, Day, new DateOnly(2026, 12, 31), new("고시", "Notice"))]);
        var part = new ProductComponent("cells", CellOrigin.Allogeneic, Manipulation: Manipulation.MoreThanMinimal, NoticeItem: "item-1");
        Assert.Equal(expected, RiskClassification.Of([part], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), table).Class);
    }

    private static RiskClass Class(ProductComponent part) => RiskClassification.Of([part], Day, DowngradeTable.None).Class;
}
