using System.Collections.Concurrent;

namespace RegenTrack.Web.Auth.Assertions;

/// <summary>Keys at clients' addresses, remembered for a while. An unknown key makes it look again, but not so often that strangers could have it knock on a hospital's door.</summary>
public sealed class PublishedKeys(KeyFetch fetch, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Uri, Entry> _known = new();

    /// <summary>The key of an id at an address, or null.</summary>
    public async Task<ClientKey?> Find(Uri address, string id, CancellationToken ct)
    {
        var entry = _known.GetOrAdd(address, _ => new Entry());
        await entry.Gate.WaitAsync(ct);
        try
        {
            var age = clock.GetUtcNow() - entry.At;
            var found = entry.Keys?.FirstOrDefault(key => key.Id == id);
            if (age < Pause || (found is not null && age < Fresh))
                return found;
            (entry.Keys, entry.At) = (await fetch.From(address, ct), clock.GetUtcNow());
            return entry.Keys?.FirstOrDefault(key => key.Id == id);
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public IReadOnlyList<ClientKey>? Keys { get; set; }

        public DateTimeOffset At { get; set; } = DateTimeOffset.MinValue;
    }
}
