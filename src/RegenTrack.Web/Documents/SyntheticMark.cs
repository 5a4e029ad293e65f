using Microsoft.Extensions.Options;
using Npgsql;
using RegenTrack.Web.Demo;

namespace RegenTrack.Web.Documents;

/// <summary>Whether documents are marked as synthetic: as configured, or else when the database holds the demo.</summary>
public sealed class SyntheticMark(NpgsqlDataSource database, IOptions<DocumentOptions> options)
{
    private volatile bool _demo;

    public async ValueTask<bool> Applies(CancellationToken cancellation) =>
        options.Value.Synthetic ?? (_demo || (_demo = await DemoStory.WasTold(database, cancellation)));
}
