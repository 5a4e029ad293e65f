using System.Globalization;

namespace RegenTrack.Web.Database;

/// <summary>How the embedded server is set: reachable only from this machine, and silent about the values in statements.</summary>
internal static class ServerSettings
{
    public static IReadOnlyDictionary<string, string> With(PostgresHome home, IReadOnlyDictionary<string, string> more)
    {
        var (host, port) = home.Endpoint();
        var socket = !OperatingSystem.IsWindows();
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = socket ? "" : host,
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["jit"] = "off",
            // Personal data may stand in statements and in constraint details.
            ["log_min_error_statement"] = "panic",
            ["log_error_verbosity"] = "terse",
        };
        if (socket)
        {
            settings["unix_socket_directories"] = home.Sockets;
            settings["unix_socket_permissions"] = "0700";
        }

        foreach (var (name, value) in more)
            settings[name] = value;
        return settings;
    }
}
