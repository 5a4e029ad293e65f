using System.Text.Json;
using RegenTrack.Interop.Submissions;

namespace RegenTrack.Tests.Submissions;

public sealed class PractitionerIdentityTests
{
    [Theory]
    [InlineData("""{"name":[{"text":"김가상"}]}""", "김가상")]
    [InlineData("""{"name":[{"family":"김","given":["가상"]}]}""", "김가상")]
    [InlineData("""{"name":[{"family":"Kim","given":["Ga","Sang"]}]}""", "Ga Sang Kim")]
    [InlineData("""{"name":[{"use":"usual"},{"text":"이가상"}]}""", "이가상")]
    [InlineData("{}", null)]
    public void a_name_is_read_however_it_is_written(string practitioner, string? name) =>
        Assert.Equal(name, PractitionerIdentity.From(JsonElement.Parse(practitioner)).Name);

    [Fact]
    public void the_telephone_is_the_first_of_its_kind_and_the_address_one_line()
    {
        var identity = PractitionerIdentity.From(JsonElement.Parse(
            """
            {"telecom":[{"system":"email","value":"a@example.org"},{"system":"phone","value":"02-0000-0000"}],
             "address":[{"state":"서울특별시","city":"가상구","line":["재생로 1","한빛관"]}]}
            """));

        Assert.Equal(("02-0000-0000", "서울특별시 가상구 재생로 1 한빛관"), (identity.Phone, identity.Address));
    }
}
