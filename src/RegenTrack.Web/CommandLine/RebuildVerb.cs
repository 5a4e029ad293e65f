using System.CommandLine;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;
using RegenTrack.Web.Database;
using RegenTrack.Web.Host;

namespace RegenTrack.Web.CommandLine;

/// <summary><c>rebuild</c>: every view anew from the events alone.</summary>
internal static class RebuildVerb
{
    private const string Snapshots = "stream_snapshot";

    public static Command Create()
    {
        var view = new Argument<string?>("view") { Arity = ArgumentArity.ZeroOrOne, Description = "표 이름(없으면 전부). A view's name; all when left out." };
        var command = new Command("rebuild", "사건으로부터 조회용 표를 다시 만듭니다. Rebuild views from the events.") { view };
        command.SetAction(parsed => Verb.Run(cancellation => Run(parsed.GetValue(view), cancellation)));
        return command;
    }

    private static async Task<int> Run(string? name, CancellationToken cancellation)
    {
        await using var database = await RunningDatabase.Open(Verb.Tell, cancellation);
        await using var app = RegenTrackHost.Build(new HostSetup(database.ConnectionString));
        await SchemaAtStart.Apply(app.Services, cancellation);
        var store = app.Services.GetRequiredService<Store>();
        if (name is null or Snapshots)
            await SnapshotRebuild.Run(store, new Counted("접은 사건", "events folded"), cancellation);
        var (views, shown) = (store.Views.Where(view => name is null || view.Name == name).ToList(), store.StateViews.Where(view => name is null || view.Name == name).ToList());
        if (views.Count + shown.Count == 0 && name is not null and not Snapshots)
        {
            var known = store.Views.Select(view => view.Name).Concat(store.StateViews.Select(view => view.Name)).Prepend(Snapshots);
            return Verb.Refuse(new Bilingual($"그런 표가 없습니다: {name}", $"There is no such view: {name}. There are: {string.Join(' ', known)}"));
        }

        foreach (var view in shown)
        {
            await StateViewRebuild.Run(store, view, new Counted($"{view.Name}: 다시 그린 스트림", "streams shown"), cancellation);
            Console.WriteLine(view.Name);
        }

        foreach (var view in views)
        {
            await ViewRebuild.Run(store, view, new Counted($"{view.Name}: 다시 읽은 사건", "events replayed"), cancellation);
            Console.WriteLine(view.Name);
        }

        return 0;
    }
}
