using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RegenTrack.Tests.Fixtures;

namespace RegenTrack.Tests.Host;

public sealed class WarmUpTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task a_host_that_stops_while_it_warms_up_stops_at_once_and_says_nothing_alarming(int visit)
    {
        var said = new Said();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var visits = 0;
        var web = await RunningWeb.Start(postgres, warmUp: true, map: app =>
        {
            app.Services.GetRequiredService<ILoggerFactory>().AddProvider(said);
            app.Use(async (context, next) =>
            {
                if (Interlocked.Increment(ref visits) == visit)
                {
                    reached.TrySetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                }

                await next(context);
            });
        });
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        var stopping = Stopwatch.StartNew();
        await web.DisposeAsync();

        Assert.True(stopping.Elapsed < TimeSpan.FromSeconds(8), $"It took {stopping.Elapsed} to stop.");
        Assert.Empty(said.Aloud);
    }

    /// <summary>What a host logs as a warning or worse.</summary>
    private sealed class Said : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Aloud { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Aloud.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
