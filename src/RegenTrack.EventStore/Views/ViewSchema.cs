namespace RegenTrack.EventStore.Views;

/// <summary>Creates views that are missing and rebuilds those whose definition changed since their table was made.</summary>
public static class ViewSchema
{
    public static async Task Apply(Store store, CancellationToken cancellation)
    {
        var known = new Dictionary<string, string>();
        await using (var command = store.Database.CreateCommand("select name, fingerprint from view_definition"))
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                known.Add(reader.GetString(0), reader.GetString(1));
            }
        }

        foreach (var view in store.Views.Where(view => known.GetValueOrDefault(view.Name) != view.Fingerprint))
        {
            await ViewRebuild.Run(store, view, null, cancellation);
        }

        foreach (var view in store.StateViews.Where(view => known.GetValueOrDefault(view.Name) != view.Fingerprint))
        {
            await StateViewRebuild.Run(store, view, null, cancellation);
        }
    }
}
