using System.Security.Cryptography;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Web.Auth;

/// <summary>What a password must be, and passwords that a machine makes.</summary>
public static class PasswordRules
{
    public const int Shortest = 10;
    public const int Longest = 128;

    // No characters that people mix up when they copy a password by hand.
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>Why a password is not acceptable for an account, or null.</summary>
    public static Refusal? Against(string account, string? password) => password switch
    {
        null or { Length: < Shortest or > Longest } => new Refusal("password-length",
            $"비밀번호는 {Shortest}자 이상 {Longest}자 이하로 정하십시오.", $"Choose a password of {Shortest} to {Longest} characters."),
        _ when password.Contains(account, StringComparison.OrdinalIgnoreCase) => new Refusal("password-contains-account",
            "비밀번호에 계정 아이디를 넣을 수 없습니다.", "A password cannot contain the account id."),
        _ when password.Distinct().Count() < 5 => new Refusal("password-too-plain",
            "서로 다른 문자를 5개 이상 쓰십시오.", "Use at least 5 different characters."),
        _ => null,
    };

    /// <summary>A random password of 16 letters and digits (over 90 bits).</summary>
    public static string Generate() => RandomNumberGenerator.GetString(Letters, 16);
}
