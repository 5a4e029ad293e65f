using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Server.Search;

/// <summary>Turns chains and <c>_has</c> into conditions of the resources themselves, by asking for the linked ones first.</summary>
internal sealed class Linking(ResourceSearch store, Sight sight, CancellationToken cancellation)
{
    /// <summary>Linked resources of one condition.</summary>
    public const int Most = 1000;

    /// <summary>The conditions; null when too many resources are linked.</summary>
    public async Task<IReadOnlyList<ResourceCondition>?> Conditions(string type, IEnumerable<Criterion> criteria)
    {
        var conditions = new List<ResourceCondition>();
        foreach (var criterion in criteria)
        {
            switch (criterion)
            {
                case Criterion.Own(var condition):
                    conditions.Add(condition);
                    break;
                case Criterion.Chain chain:
                    var ids = await store.Ids(sight.Query(chain.Target, chain.Condition), Most + 1, cancellation);
                    if (ids.Count > Most)
                        return null;
                    conditions.Add(new ResourceCondition.AnyKey([.. ids.Select(id => SearchHash.Of(type, chain.Parameter, Spelling.Typed(chain.Target, id)))]));
                    break;
                case Criterion.Having having:
                    var targets = await store.Targets(sight.Query(having.Source, having.Condition), ReferencePath.To(having.Parameter, type), Most + 1, cancellation);
                    if (targets.Count > Most)
                        return null;
                    conditions.Add(new ResourceCondition.AnyId(targets));
                    break;
            }
        }

        return conditions;
    }
}
