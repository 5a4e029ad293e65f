using RegenTrack.App.Resources;

namespace RegenTrack.Tests.Fhir.Search;

public sealed class OwnKeysTests
{
    private static readonly (string Type, string Institution)[] Owners = [("Task", "inst-hanbit"), ("Task", "inst-saebyeok"), ("Task", ""), ("Patient", "inst-hanbit")];

    [Fact]
    public void one_value_has_another_number_for_each_type_and_institution() =>
        Assert.Equal(Owners.Length, Owners.Select(owner => OwnKeys.Of([7], owner.Type, owner.Institution).Single()).Distinct().Count());

    [Fact]
    public void what_several_institutions_have_stands_under_the_numbers_of_each() =>
        Assert.Equal(
            [.. OwnKeys.Of([7, -8], "Task", ""), .. OwnKeys.Of([7, -8], "Task", "inst-hanbit")],
            OwnKeys.Of([7, -8], "Task", ["", "inst-hanbit"]));

    [Fact]
    public void two_values_do_not_tell_how_the_numbers_of_two_institutions_differ()
    {
        var differences = new long[] { 7, 8 }.Select(key => Owners.Select(owner => OwnKeys.Of([key], owner.Type, owner.Institution).Single()).Aggregate((one, other) => one ^ other));
        Assert.Equal(2, differences.Distinct().Count());
    }
}
