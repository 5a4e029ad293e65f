using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Demo;

/// <summary>Who plays in the story: one account of each officer's role, and the systems of two hospitals. Nobody of them is real.</summary>
public static class DemoPeople
{
    /// <summary>Everybody's. Known to all, as everything of the demo is.</summary>
    public const string Password = "synthetic-story";

    public const string Hospital = "demo-hospital";
    public const string HospitalInstitution = "inst-hanbit";
    public const string OtherHospital = "demo-hospital-2";
    private const string By = "demo";

    public static readonly IReadOnlyList<(string Id, string Name, Role Role)> Officers =
    [
        ("sec1", "한사무(가상)", Role.Secretariat),
        ("exp1", "전문가(가상)", Role.Expert),
        ("com1", "위원회(가상)", Role.Committee),
        ("ins1", "검사관(가상)", Role.Inspector),
        ("saf1", "안전관(가상)", Role.SafetyOfficer),
        ("sbx1", "규제관(가상)", Role.SandboxOfficer),
        ("aud1", "감사관(가상)", Role.Auditor),
        ("adm1", "관리자(가상)", Role.Administrator),
    ];

    internal static readonly DemoStep Step = new("people", new("등장인물(가상)을 만듭니다.", "Creating the people of the story (fictional)."), Create);

    /// <summary>The officer of a role, as an actor.</summary>
    public static Actor Officer(Role role) => new(Officers.Single(officer => officer.Role == role).Id, role);

    private static async Task Create(DemoRoom room, CancellationToken cancellation)
    {
        var accounts = room.Services.GetRequiredService<AccountStore>();
        foreach (var (id, name, role) in Officers)
            await accounts.Create(id, name, role, Password, mustChange: false, By, cancellation);
        var clients = room.Services.GetRequiredService<ClientStore>();
        await clients.Create(Hospital, "한빛대학교병원(가상)", HospitalInstitution, By, cancellation);
        await clients.Create(OtherHospital, "새벽의료원(가상)", "inst-saebyeok", By, cancellation);
    }
}
