namespace RegenTrack.Interop.Notices;

/// <summary>Says within this process that something may be due.</summary>
internal sealed class NoticeSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next time somebody wakes. Ask for it before looking for work.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Wake() => Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
