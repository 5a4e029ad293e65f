using System.Text;
using Npgsql;
using RegenTrack.App.Resources;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.Tests.Fhir;

/// <summary>What an append writes beside its events.</summary>
public sealed class ResourceViewTests
{
    [Fact]
    public async Task an_append_writes_only_the_resources_that_it_changes() =>
        Assert.Equal(["Task/b"], await Written(new Lines(false), before: ["Task/a one", "Task/b two"], now: ["Task/a one", "Task/b three"]));

    [Fact]
    public async Task a_new_stream_writes_all_of_them() =>
        Assert.Equal(["Task/a", "Task/b"], await Written(new Lines(false), before: null, now: ["Task/a one", "Task/b two"]));

    [Fact]
    public async Task a_resource_that_goes_to_another_institution_is_written() =>
        Assert.Equal(["Task/a"], await Written(new Lines(false), before: ["Task/a one"], now: ["Task/a one elsewhere"]));

    [Fact]
    public async Task what_is_deleted_or_comes_back_is_written()
    {
        Assert.Equal(["Task/a"], await Written(new Lines(false), before: ["Task/a one"], now: ["Task/a -"]));
        Assert.Equal(["Task/a"], await Written(new Lines(false), before: ["Task/a -"], now: ["Task/a one"]));
        Assert.Empty(await Written(new Lines(false), before: ["Task/a -"], now: ["Task/a -"]));
    }

    [Fact]
    public async Task a_rendering_that_looks_beyond_the_state_writes_all_of_it() =>
        Assert.Equal(["Task/a", "Task/b"], await Written(new Lines(true), before: ["Task/a one", "Task/b two"], now: ["Task/a one", "Task/b three"]));

    private static async Task<IEnumerable<string>> Written(Lines rendering, string[]? before, string[] now)
    {
        var statements = new List<NpgsqlBatchCommand>();
        await new ResourceView([rendering]).Show(new StreamState("lines", "1", 2, before, now, null), null!, statements, TestContext.Current.CancellationToken);
        return statements.Select(statement => $"{statement.Parameters[0].Value}/{statement.Parameters[1].Value}");
    }

    /// <summary>A resource a line: type and id, body, institution; a dash for a body that is gone.</summary>
    private sealed class Lines(bool looksBeyond) : IStreamRendering
    {
        public string Alias => "lines";

        public IReadOnlyList<string> Types => ["Task"];

        public bool LooksBeyond(object state) => looksBeyond;

        public Task<IReadOnlyList<RenderedResource>> Render(object state, EventReader reader, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<RenderedResource>>(
            [.. ((string[])state).Select(line => line.Split(' ', '/')).Select(part => new RenderedResource(
                part[0], part[1], part is [_, _, _, var other] ? other : "here", part[2] == "-" ? null : Encoding.UTF8.GetBytes(part[2]), _ => ResourceIndex.None))]);
    }
}
