using System.Globalization;

namespace RegenTrack.Web.Database;

/// <summary>The account that the server runs as: the caller's own, or an unprivileged one when the caller is root, which PostgreSQL refuses.</summary>
/// <param name="Prefix">What to put before a command to run it as that account.</param>
internal sealed record ServerAccount(string Name, string? Owner, IReadOnlyList<string> Prefix)
{
    private static readonly ServerAccount Caller = new(Environment.UserName, null, []);
    private static readonly string[] Unprivileged = ["postgres", "nobody"];
    private static readonly string[] PastClosedFolders = ["dac_read_search", "dac_override"];

    public IReadOnlyList<string> Command(params IEnumerable<string> command) => [.. Prefix, .. command];

    /// <summary>Gives a folder to the account.</summary>
    public Task Give(string folder) => Owner is null ? Task.CompletedTask : Run.ToEnd(["chown", "-R", Owner, folder]);

    /// <summary>The first way to become an unprivileged account that can run the program and reach the home.</summary>
    /// <returns>Null when no way reaches both.</returns>
    public static async Task<ServerAccount?> Choose(PostgresHome home, PostgresBinaries binaries, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
            return Caller;
        var (name, user, group) = await Pick(home);
        foreach (var prefix in Ways(name, user, group))
        {
            string[] probe = ["sh", "-c", "\"$0\" --version && cd \"$1\"", binaries.Program("initdb"), home.Root];
            if ((await Run.ToEnd([.. prefix, .. probe], cancellation)).Code == 0)
                return new ServerAccount(name, $"{user}:{group}", prefix);
        }

        return null;
    }

    // A clone under a closed folder such as /root stays usable: the server may read past closed folders, and nothing else.
    // access(2) drops such a capability unless no_setuid_fixup is set, and initdb asks access(2) about its own path.
    private static IEnumerable<string[]> Ways(string name, int user, int group)
    {
        string[] become = ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups"];
        yield return [.. become, "--"];
        yield return ["runuser", "-u", name, "--"];
        foreach (var capability in PastClosedFolders)
            yield return [.. become, $"--inh-caps=-all,+{capability}", $"--ambient-caps=-all,+{capability}", "--securebits=+no_setuid_fixup", "--"];
    }

    private static async Task<(string Name, int User, int Group)> Pick(PostgresHome home)
    {
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3)
            .Select(fields => (Name: fields[0], User: Number(fields[2]), Group: Number(fields[3]))).ToList();
        var (code, said) = await Run.ToEnd(["stat", "-c", "%u", home.Data]);
        var owner = code == 0 ? Number(said.Trim()) : 0;
        return owner > 0 && accounts.Any(account => account.User == owner)
            ? accounts.First(account => account.User == owner)
            : Unprivileged.SelectMany(wanted => accounts.Where(account => account.Name == wanted && account.User > 0))
                .Cast<(string, int, int)?>().FirstOrDefault() ?? throw DatabaseException.NoAccount();
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
