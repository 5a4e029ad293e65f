using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace RegenTrack.Interop.Server.Access;

/// <summary>Configuration section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>Days that accesses are kept. Logs of access to sensitive personal data are to be kept for two years at least (개인정보의 안전성 확보조치 기준).</summary>
    [Range(731, 36_525)]
    public int KeepDays { get; set; } = 1_826;
}

/// <summary>Deletes accesses whose time is over, once a day and at the start.</summary>
internal sealed partial class AccessRetention(NpgsqlDataSource database, IOptions<AccessOptions> options, TimeProvider clock, ILogger<AccessRetention> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            do
                await Sweep(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Nothing is lost: the next start goes on.
        }
    }

    private async Task Sweep(CancellationToken stop)
    {
        try
        {
            await AccessTable.Sweep(database, clock.GetUtcNow().AddDays(-options.Value.KeepDays), stop);
        }
        catch (NpgsqlException trouble)
        {
            LogLeft(log, trouble);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old accesses stay for now")]
    private static partial void LogLeft(ILogger logger, Exception trouble);
}
