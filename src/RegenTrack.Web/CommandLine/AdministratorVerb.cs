using System.CommandLine;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Database;
using RegenTrack.Web.Host;

namespace RegenTrack.Web.CommandLine;

/// <summary><c>administrator</c>: the first one, who makes all other accounts; its temporary password alone on standard output, once.</summary>
internal static class AdministratorVerb
{
    public const string Name = "administrator";

    public static Command Create()
    {
        var id = new Option<string>("--id") { Required = true, Description = "아이디. The account, e.g. kim-admin" };
        var name = new Option<string>("--name") { Required = true, Description = "이름. The person's name" };
        var command = new Command(Name, "첫 시스템 관리자를 만들고 임시 비밀번호를 한 번 출력합니다. Create the first administrator and print a temporary password once.") { id, name };
        command.SetAction(parsed => Verb.Run(cancellation => Run(parsed.GetRequiredValue(id), parsed.GetRequiredValue(name), cancellation)));
        return command;
    }

    private static async Task<int> Run(string id, string name, CancellationToken cancellation)
    {
        var wrong = AccountRules.Against(id, name).ToList();
        foreach (var refusal in wrong)
            Verb.Refuse(refusal.Message);
        if (wrong.Count > 0)
            return Verb.Failed;
        await using var database = await RunningDatabase.Open(_ => { }, cancellation);
        await using var app = RegenTrackHost.Build(new HostSetup(database.ConnectionString));
        await SchemaAtStart.Apply(app.Services, cancellation);
        var password = PasswordRules.Generate();
        switch (await app.Services.GetRequiredService<FirstAdministrator>().Create(id, name.Trim(), password, cancellation))
        {
            case FirstAdministrator.Outcome.ThereIsOne:
                return Verb.Refuse(new Bilingual(
                    "시스템 관리자가 이미 있습니다. 그 관리자가 로그인하여 계정을 만들거나 재설정합니다.",
                    "There is an administrator already, who signs in to make or reset accounts."));
            case FirstAdministrator.Outcome.IdTaken:
                return Verb.Refuse(new Bilingual($"이미 있는 아이디입니다: {id}", $"This account exists: {id}. Choose another id."));
            default:
                Verb.Tell(new Bilingual(
                    $"{id}의 임시 비밀번호입니다. 다시 보이지 않으며 처음 로그인할 때 바꿉니다.",
                    $"The temporary password of {id}: never shown again, and to be changed at the first sign-in."));
                Console.WriteLine(password);
                return 0;
        }
    }
}
