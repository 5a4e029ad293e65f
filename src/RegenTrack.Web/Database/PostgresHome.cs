using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace RegenTrack.Web.Database;

/// <summary>Where one database lives: password and claim belong to the caller, everything below <c>postgresql/</c> to the server's account.</summary>
internal sealed record PostgresHome(string Root)
{
    private const int LongestSocketFolder = 85;
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // The server's account must be able to walk through the home, not to look around.
    private const UnixFileMode WalkThrough = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public string Server => Path.Combine(Root, "postgresql");

    public string Data => Path.Combine(Server, "data");

    public string Log => Path.Combine(Server, "server.log");

    public string PasswordFile => Path.Combine(Root, "password");

    /// <summary>Folder of the unix socket. A socket path is limited to about 100 bytes, so a deep home gets a short one.</summary>
    public string Sockets
    {
        get
        {
            var near = Path.Combine(Server, "run");
            var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..12];
            return Encoding.UTF8.GetByteCount(near) <= LongestSocketFolder ? near : Path.Combine(Path.GetTempPath(), $"regentrack-{name}");
        }
    }

    public static PostgresHome Open(string root)
    {
        var home = new PostgresHome(Path.GetFullPath(root));
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(home.Root);
        else if (!Directory.Exists(home.Root))
            Directory.CreateDirectory(home.Root, Environment.IsPrivilegedProcess ? Mine | WalkThrough : Mine);
        return home;
    }

    /// <summary>Claims the home for this process until disposed; null when another living process holds it.</summary>
    public FileStream? TryClaim()
    {
        try
        {
            return new FileStream(Path.Combine(Root, "claim"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException trouble) when (trouble is not DirectoryNotFoundException && !FullDisk.Caused(trouble))
        {
            return null;
        }
    }

    public string Password()
    {
        if (File.Exists(PasswordFile))
            return File.ReadAllText(PasswordFile).Trim();
        if (File.Exists(Path.Combine(Data, "PG_VERSION")))
            throw DatabaseException.PasswordLost(PasswordFile);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(PasswordFile, options);
        file.Write(password);
        return password;
    }

    /// <summary>A unix socket where there are any, else a loopback port that stays the same for whoever attaches.</summary>
    public (string Host, int Port) Endpoint()
    {
        if (!OperatingSystem.IsWindows())
            return (Sockets, 5432);
        var file = Path.Combine(Root, "port");
        if (!File.Exists(file))
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            File.WriteAllText(file, $"{((IPEndPoint)probe.LocalEndpoint).Port}");
        }

        return ("127.0.0.1", int.Parse(File.ReadAllText(file), System.Globalization.CultureInfo.InvariantCulture));
    }
}
