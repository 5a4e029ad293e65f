using System.Text;
using System.Text.Json;
using RegenTrack.EventStore.Log;

namespace RegenTrack.EventStore.Transfer;

/// <summary>
/// Writes the whole event log as newline-delimited JSON. A line is <c>{"leaf":"…","event":{…}}</c>: the Base64 hash of the leaf, and the exact bytes that it is the hash of.
/// The last line is <c>{"events":n,"root":"…"}</c> with the RFC 9162 root over all leaves; without it a file is not whole.
/// </summary>
public static class LogExport
{
    internal const string Before = "{\"leaf\":\"";
    internal const string Between = "\",\"event\":";
    internal static readonly int EventAt = Before.Length + 44 + Between.Length;

    /// <param name="progress">Told the number of events written so far.</param>
    /// <returns>How many events were written.</returns>
    public static async Task<long> Write(Store store, Stream output, IProgress<long>? progress, CancellationToken cancellation)
    {
        var tree = new RunningTree();
        await foreach (var row in store.Reader.Rows(long.MinValue, long.MaxValue, cancellation))
        {
            var line = EventLine.Of(row);
            var leaf = MerkleTree.Leaf(line);
            tree.Add(leaf);
            await output.WriteAsync(Encoding.ASCII.GetBytes(Before + Convert.ToBase64String(leaf) + Between), cancellation);
            await output.WriteAsync(line, cancellation);
            await output.WriteAsync("}\n"u8.ToArray(), cancellation);
            if (tree.Size % 1000 == 0)
            {
                progress?.Report(tree.Size);
            }
        }

        await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new LogEnd(tree.Size, Convert.ToBase64String(tree.Root())), LogEnd.Json), cancellation);
        await output.WriteAsync("\n"u8.ToArray(), cancellation);
        await output.FlushAsync(cancellation);
        progress?.Report(tree.Size);
        return tree.Size;
    }
}

/// <summary>The last line of an export.</summary>
internal sealed record LogEnd(long Events, string Root)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
