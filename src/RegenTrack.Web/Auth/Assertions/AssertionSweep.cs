using Npgsql;

namespace RegenTrack.Web.Auth.Assertions;

/// <summary>Forgets used assertions that have expired, every minute.</summary>
internal sealed partial class AssertionSweep(SpentAssertions spent, TimeProvider clock, ILogger<AssertionSweep> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await Next(timer, stoppingToken))
        {
            try
            {
                await spent.Sweep(clock.GetUtcNow(), stoppingToken);
            }
            catch (NpgsqlException trouble)
            {
                LogLeft(log, trouble);
            }
        }
    }

    private static async ValueTask<bool> Next(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Expired assertions stay for now")]
    private static partial void LogLeft(ILogger logger, Exception trouble);
}
