using RegenTrack.App.Pipeline;
using RegenTrack.Web.Auth;
using RegenTrack.Web.Auth.Assertions;

namespace RegenTrack.Web.Pages.Admin.Clients;

/// <summary>The systems that may speak FHIR, each for one institution.</summary>
[RequiresPermission(Permission.ManageAccounts)]
public sealed class IndexModel(ClientStore clients, ClientKeys keys) : RegenPage
{
    public IReadOnlyList<SystemClient> Clients { get; private set; } = [];

    /// <summary>Registered keys by client.</summary>
    public IReadOnlyDictionary<string, int> Keys { get; private set; } = new Dictionary<string, int>();

    public async Task OnGet(CancellationToken ct) => (Clients, Keys) = (await clients.List(ct), await keys.Counts(ct));
}
