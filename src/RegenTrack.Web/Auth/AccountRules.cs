using System.Text.RegularExpressions;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Auth;

/// <summary>What the id and the name of an account must be.</summary>
public static partial class AccountRules
{
    /// <summary>What is wrong, with the field names <c>Id</c> and <c>Name</c>.</summary>
    public static IEnumerable<Refusal> Against(string id, string name)
    {
        if (!Id().IsMatch(id))
            yield return new Refusal("account-id-shape", "아이디는 영문 소문자로 시작하는 3~40자의 소문자, 숫자, 붙임표입니다.", "The account is 3 to 40 small letters, digits or hyphens and begins with a letter.", field: "Id");
        if (string.IsNullOrWhiteSpace(name))
            yield return new Refusal("account-name-missing", "이름을 입력하십시오.", "Enter a name.", field: "Name");
        else if (ResidentRegistrationNumber.AppearsIn(name))
            yield return ResidentRegistrationNumber.Refuse("Name");
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{2,39}$")]
    private static partial Regex Id();
}
