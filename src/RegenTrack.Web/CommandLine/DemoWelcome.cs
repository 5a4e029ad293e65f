using RegenTrack.Web.Demo;

namespace RegenTrack.Web.CommandLine;

/// <summary>What the demo prints when it is ready.</summary>
internal static class DemoWelcome
{
    public static string Text(Uri address) => $"""

        RegenTrack 데모가 준비되었습니다. 모든 자료는 가상입니다.  The demo is ready. All of it is synthetic.

          열기 · open           {address}
          비밀번호 · password    {DemoPeople.Password}

        {string.Join('\n', DemoPeople.Officers.Select(officer => $"  {officer.Id}  {officer.Name}  {officer.Role}"))}

        병원 시스템으로 · as the hospital's system:
          curl -H "Authorization: Bearer $({OwnCommand.Text} token --client {DemoPeople.Hospital})" "{address}fhir/Task?_pretty=true"

        Ctrl-C 로 종료합니다. 자료는 남습니다.  Ctrl-C stops; the data stay.

        """;
}
