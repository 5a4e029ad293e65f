using RegenTrack.Domain.Kernel;

namespace RegenTrack.Interop.Notices;

/// <summary>Kinds of trouble with an endpoint, as they are kept and as they are said.</summary>
internal static class NoticeProblem
{
    public const string Timeout = "timeout";
    public const string Unreachable = "unreachable";
    public const string Tls = "tls";
    public const string AddressRefused = "address-refused";

    public static string Http(int status) => $"http-{status.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public static Bilingual Text(string problem) => problem switch
    {
        Timeout => new("제한 시간 안에 답하지 않았습니다.", "It did not answer in time."),
        Unreachable => new("연결할 수 없습니다.", "It cannot be connected to."),
        Tls => new("TLS 연결을 맺을 수 없습니다. 인증서를 확인하십시오.", "No TLS connection can be made. See its certificate."),
        AddressRefused => new("이름이 공인망의 주소로 이어지지 않습니다.", "Its name leads to no public address."),
        _ when problem.StartsWith("http-3", StringComparison.Ordinal) => new("다른 주소로 넘기려 합니다. 넘김은 따르지 않습니다.", "It redirects. Redirects are not followed."),
        _ => new("2xx가 아닌 상태로 답했습니다.", "It answered with a status other than 2xx."),
    };

    /// <summary>One line for resources, which have one language.</summary>
    public static string Line(string problem) => Text(problem) is var text ? $"{problem}: {text.Korean} {text.English}" : problem;
}
