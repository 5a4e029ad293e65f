using System.IO.Pipelines;
using System.Text;

namespace RegenTrack.Fhir.Tests.Checking;

// Allocation is counted for the whole process.
[Collection(Alone.Name)]
public class LimitTests
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"", "x", 100 * Megabyte, "\"}]}", "document-too-large", 64)]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[", "{\"request\":{\"method\":\"GET\",\"url\":\"Patient/1\"}},", 48_000_000, "{}]}", "document-too-large", 64)]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[", "{\"id\":\"a\",\"id\":\"a\"},", 9_000_000, "{}]}", "too-many-issues", 400)]
    [InlineData("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[", "{\"fullUrl\":\"a\"},", 9_000_000, "{\"fullUrl\":\"a\"}]}", "array-too-long", 400)]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"", "x", 9 * Megabyte, "\"}]}", "string-too-long", 100)]
    [InlineData("{\"resourceType\":\"Patient\",\"name\":[", "1,", 9 * Megabyte, "1]}", "too-many-issues", 400)]
    public async Task what_is_too_much_is_refused_in_bounded_memory(string start, string part, int length, string end, string code, int mostMegabytes)
    {
        var reader = PipeReader.Create(new Repeated(start, part, length, end), new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var document = await FhirDocument.ReadAsync(reader, cancellationToken: TestContext.Current.CancellationToken);
        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / Megabyte;
        Assert.Contains(code, document.Issues.Select(issue => issue.Code));
        Assert.True(document.HasErrors);
        Assert.True(allocated <= mostMegabytes, $"{allocated} MB");
    }

    [Fact]
    public async Task a_document_that_comes_in_pieces_is_read_whole()
    {
        var json = Encoding.UTF8.GetBytes("""{"resourceType":"Patient","name":[{"text":"홍길동"}]}""");
        var pipe = new Pipe();
        var reading = FhirDocument.ReadAsync(pipe.Reader, cancellationToken: TestContext.Current.CancellationToken);
        foreach (var one in json)
            await pipe.Writer.WriteAsync(new[] { one }, TestContext.Current.CancellationToken);
        await pipe.Writer.CompleteAsync();
        var document = await reading;
        Assert.Empty(document.Issues);
        Assert.Equal(json, document.Bytes.ToArray());
    }

    [Fact]
    public void a_nul_is_refused_wherever_it_stands()
    {
        Assert.Equal("malformed-json", Assert.Single(FhirDocument.Parse("{\"resourceType\":\"Patient\"\0}"u8.ToArray()).Issues).Code);
        Assert.Equal("malformed-json", Assert.Single(FhirDocument.Parse("{\"resourceType\":\"Patient\",\"id\":\"\0\"}"u8.ToArray()).Issues).Code);
        Assert.Equal("invalid-text", Assert.Single(FhirDocument.Parse("""{"resourceType":"Patient","language":"\u0000"}"""u8.ToArray()).Issues).Code);
    }

    /// <summary>A long text that is never in memory as a whole.</summary>
    private sealed class Repeated(string start, string part, long length, string end) : Stream
    {
        private readonly byte[] head = Encoding.UTF8.GetBytes(start);
        private readonly byte[] body = Encoding.UTF8.GetBytes(part);
        private readonly byte[] tail = Encoding.UTF8.GetBytes(end);
        private long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => head.Length + (length / body.Length * body.Length) + tail.Length;

        public override long Position { get => at; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = 0;
            for (; count < buffer.Length && at < Length; count++, at++)
                buffer[count] = at < head.Length ? head[at] : at < Length - tail.Length ? body[(at - head.Length) % body.Length] : tail[at - (Length - tail.Length)];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
