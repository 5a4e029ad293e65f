using FsCheck;
using FsCheck.Fluent;
using RegenTrack.Domain.Cells.Labels;

namespace RegenTrack.Domain.Tests.Cells;

public sealed class CheckCharacterTests
{
    [Theory]
    [InlineData("G123498654321", 17, 'H')]
    [InlineData("A999926123456", 29, 'T')]
    [InlineData("W000007123456", 13, 'D')]
    [InlineData("A999914123456", 23, 'N')]
    [InlineData("G123417654321", 10, 'A')]
    [InlineData("A999818123456", 23, 'N')]
    [InlineData("A999917345628", 36, '*')]
    [InlineData("A999921123456", 3, '3')]
    public void the_check_character_is_that_of_the_standards_examples(string number, int value, char character)
    {
        Assert.Equal(value, CheckCharacter.ValueOf(number));
        Assert.Equal(character, CheckCharacter.Of(number));
    }

    [Fact]
    public void any_single_substitution_is_detected()
    {
        const string alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        var mistakes =
            from first in Gen.Elements(alphabet.ToCharArray())
            from digits in Gen.ArrayOf(Gen.Elements("0123456789".ToCharArray()), 12)
            from position in Gen.Choose(0, 12)
            from wrong in Gen.Elements(alphabet.ToCharArray())
            select (Number: first + new string(digits), position, wrong);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(Arb.From(mistakes), mistake =>
        {
            var (number, position, wrong) = mistake;
            if (number[position] == wrong) return true;
            var typed = number[..position] + wrong + number[(position + 1)..];
            return CheckCharacter.ValueOf(typed) != CheckCharacter.ValueOf(number)
                && DonationNumberEntry.Read(typed + CheckCharacter.Of(number)).Entry is null;
        }));
    }

    [Fact]
    public void any_transposition_of_neighbours_is_detected()
    {
        var numbers =
            from digits in Gen.ArrayOf(Gen.Elements("0123456789".ToCharArray()), 12)
            from position in Gen.Choose(1, 11)
            select (Number: "A" + new string(digits), position);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(numbers), pair =>
        {
            var swapped = pair.Number.ToCharArray();
            (swapped[pair.position], swapped[pair.position + 1]) = (swapped[pair.position + 1], swapped[pair.position]);
            return new string(swapped) == pair.Number || CheckCharacter.ValueOf(swapped) != CheckCharacter.ValueOf(pair.Number);
        }));
    }
}
