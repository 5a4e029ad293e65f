using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server.Exports;

/// <summary>Works on exports, file by file: each step finds where a file ends and keeps that. Whatever instance goes on, it goes on behind the last file that was kept.</summary>
public sealed partial class ExportWork : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim wake = new(0);
    private readonly ExportLeases leases;
    private readonly ResourcesAsOf resources;
    private readonly ExportPages pages;
    private readonly ExportOptions options;
    private readonly ILogger<ExportWork> log;
    private long swept;
    private bool waits;

    internal ExportWork(NpgsqlDataSource database, ResourcesAsOf resources, ExportPages pages, IOptions<ExportOptions> options, TimeProvider clock, ILogger<ExportWork> log)
    {
        (this.options, this.log, this.resources, this.pages) = (options.Value, log, resources, pages);
        leases = new ExportLeases(database, this.options, clock);
    }

    /// <summary>Does the next bit of an export that nobody works on; false when there is none.</summary>
    public async Task<bool> Step(CancellationToken cancellation)
    {
        if (await leases.Take(cancellation) is not { } job)
            return false;
        try
        {
            if (!job.IsSettled && !await resources.IsSettled(job.At, cancellation))
            {
                waits = await leases.Wait(job, cancellation);
                return false;
            }

            await Advance(job, cancellation);
            return true;
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            Failed(log, trouble);
            await leases.Failed(job, cancellation);
            return false;
        }
    }

    /// <summary>There is something to do. Other instances find it by themselves.</summary>
    internal void Wake()
    {
        if (wake.CurrentCount == 0)
            wake.Release();
    }

    public override void Dispose()
    {
        base.Dispose();
        wake.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Runs)
            return;
        try
        {
            while (true)
            {
                await Work(stoppingToken);
                await wake.WaitAsync(waits ? Moment : Pause, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Nothing is lost: the next start, or another instance, goes on.
        }
    }

    private async Task Work(CancellationToken cancellation)
    {
        try
        {
            waits = false;
            if (swept == 0 || Stopwatch.GetElapsedTime(swept) > BetweenSweeps)
            {
                await leases.Sweep(cancellation);
                swept = Stopwatch.GetTimestamp();
            }

            while (await Step(cancellation))
                cancellation.ThrowIfCancellationRequested();
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            Failed(log, trouble);
        }
    }

    private async Task Advance(ExportJob job, CancellationToken cancellation)
    {
        if (job.Place == job.Order.Types.Count)
        {
            await leases.Done(job, cancellation);
            return;
        }

        var draft = new ExportDraft(job, options.FileSize);
        while (!draft.IsFull && !draft.IsAtEnd)
        {
            using (var page = await pages.Page(job, draft.Type, draft.Filter, draft.UpTo, null, draft.Room, cancellation))
                draft.Add(page);
            if (!await leases.Renew(job, cancellation))
                return;
        }

        await leases.Keep(job, draft, cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "A step of an export failed and will be tried again")]
    private static partial void Failed(ILogger logger, Exception trouble);
}
