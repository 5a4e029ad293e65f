using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using RegenTrack.App.Resources;
using RegenTrack.App.Vault;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server.Provenances;

/// <summary>Provenance: where the institution's resources come from. Nobody writes it here, it follows from what was written; nobody sees another's.</summary>
internal sealed class ProvenanceDoor(IEnumerable<IProvenanceSource> sources, IEnumerable<IStreamRendering> renderings) : IResourceDoor, ISearchDoor
{
    public const string Name = "Provenance";

    /// <summary>The inclusion that searches of stored resources take.</summary>
    public const string Inclusion = "Provenance:target";

    private readonly HashSet<string> stored = [.. renderings.SelectMany(rendering => rendering.Types)];

    public string Type => Name;

    public IReadOnlyList<SearchParameter> Parameters => ProvenanceParameters.All;

    public bool NeverChanges => true;

    public async Task<FhirReply> Read(string id, FhirCall call)
    {
        if (call.Actor.Institution is not { } institution || ProvenanceParameters.Sequence(id) is not { } sequence)
            return FhirReply.NotFound;
        var found = await Find(Question(call, new ResourceWriteQuery(institution) { Sequence = sequence }), int.MaxValue, call.CancellationToken);
        return FhirReply.Of(found.FirstOrDefault(one => one.Id == id)?.Stored);
    }

    public async Task<FhirReply> Search(FhirSearch search, FhirCall call)
    {
        if (call.Actor.Institution is not { } institution)
            return FhirReply.SearchSet([]);
        var cursor = ProvenanceCursor.Of(search, institution, call.Service<IDataProtectionProvider>());
        var after = search.After is { } text ? ProvenanceCursor.Read(text, cursor) : null;
        if (search.After is not null && after is null)
            return Wrong(SearchBundle.Cursor);
        IReadOnlyList<(string, string)>? patient = null;
        if (search.Id("patient") is { } pseudonym)
        {
            var sight = new Sight(call, new SearchSetting(call.Base, call.Now, stored.Contains, Key: call.Service<VaultKey>()));
            if ((patient = await PatientCompartment.Of(pseudonym, sight, call, stored)) is null)
                return FhirReply.Failed(400, SearchIssues.TooMany);
        }

        var (asked, wrong) = ProvenanceParameters.Of(search, institution, patient);
        if (asked is null)
            return Wrong(wrong!);
        var question = Question(call, asked) with { UpTo = after };
        var wanted = search.One("_id");
        var found = (await Find(question, search.Count + 3, call.CancellationToken)).Where(one => wanted is null || one.Id == wanted).ToList();
        var page = found.Where(one => after is null || one.Place.CompareTo(after.Value) < 0).ToList();
        var next = page.Count > search.Count ? ProvenanceCursor.Write(page[search.Count - 1].Place, cursor) : null;
        return FhirReply.SearchSet(page.Take(search.Count).Select(Shown), next: next);
    }

    /// <summary>Those of some resources, as far as the caller may see them, for a search that includes them.</summary>
    public async Task<FoundResources> Of(IReadOnlyList<(string Type, string Id)> targets, int limit, FhirCall call)
    {
        var found = new FoundResources();
        var scope = call.Scopes.For(Name, Interactions.Search);
        if (call.Actor.Institution is not { } institution || !scope.Allowed || targets.Count == 0)
            return found;
        foreach (var one in await Find(Question(call, new ResourceWriteQuery(institution) { Targets = targets }), limit, call.CancellationToken))
        {
            if (scope.Restrictions.Count == 0 || ScopeRestriction.Fits(scope.Restrictions, JsonElement.Parse(one.Body)))
                found.Add(Name, one.Id, 1, one.Place.At, one.Body);
        }

        return found;
    }

    /// <summary>All that an institution sees behind a key, in the order of the keys, as of an instant. Null stands for one that is not among those that are wanted.</summary>
    public async IAsyncEnumerable<(string Key, Provenance? One)> Walk(ProvenanceWalk walk, string after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (index, source) in sources.Index())
        {
            var own = string.Create(CultureInfo.InvariantCulture, $"{index:D2} ");
            var isReached = after.StartsWith(own, StringComparison.Ordinal);
            if (!isReached && string.CompareOrdinal(after, own) > 0)
                continue;
            await foreach (var (key, one) in source.Walk(walk, isReached ? after[own.Length..] : "", cancellation))
                yield return (own + key, one);
        }
    }

    // Each source has its own order, which is the same.
    private async Task<List<Provenance>> Find(ProvenanceQuestion question, int limit, CancellationToken cancellation)
    {
        var all = new List<Provenance>();
        foreach (var source in sources)
            all.AddRange(await source.Find(question, limit, cancellation));
        return [.. all.OrderByDescending(one => one.Place).Take(limit)];
    }

    private static ProvenanceQuestion Question(FhirCall call, ResourceWriteQuery asked) => new(asked, call.Service<ResourceSearch>());

    private static JsonObject Shown(Provenance one) => JsonNode.Parse(Stamping.Stamped(one.Body, 1, one.Place.At))!.AsObject();

    private static FhirReply Wrong(string parameter) => FhirReply.Failed(400, Issue.Error(
        "value", "query-parameter-value", $"매개변수 '{parameter}'의 값을 읽을 수 없습니다.", $"The value of parameter '{parameter}' cannot be read."));
}
