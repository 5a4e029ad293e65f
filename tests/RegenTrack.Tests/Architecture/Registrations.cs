using System.Reflection;
using RegenTrack.App;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Tests.Architecture;

public sealed class Registrations
{
    private static readonly App.Pipeline.AppModel Model = RegenTrackModel.Create();

    [Fact]
    public void every_event_of_the_domain_has_a_storage_name_in_exactly_one_stream()
    {
        var registered = Model.Streams.SelectMany(stream => stream.Events.Values).ToList();
        var events = EventTypes();
        Assert.NotEmpty(events);
        Assert.Equal(events.Select(type => type.FullName).Order(), registered.Select(type => type.FullName).Order());
    }

    [Fact]
    public void storage_names_are_snake_case_with_a_version_and_unique()
    {
        var aliases = Model.Streams.SelectMany(stream => stream.Events.Keys).ToList();
        Assert.All(aliases, alias => Assert.Matches("^[a-z][a-z0-9]*(_[a-z0-9]+)*_v[1-9][0-9]*$", alias));
        Assert.Equal(aliases.Count, aliases.Distinct().Count());
    }

    [Fact]
    public void every_command_of_the_domain_is_registered()
    {
        var commands = typeof(Refusal).Assembly.GetTypes().Where(type => type.GetMethod("Decide", BindingFlags.Public | BindingFlags.Static) is not null).ToList();
        Assert.NotEmpty(commands);
        Assert.Equal(commands.Select(type => type.FullName).Order(), Model.Commands.Select(command => command.Command.FullName).Order());
    }

    [Fact]
    public void every_event_is_sealed_and_immutable()
    {
        Assert.All(EventTypes(), type =>
        {
            Assert.True(type.IsSealed, type.Name);
            Assert.All(type.GetProperties(), property => Assert.True(IsInitOnly(property), $"{type.Name}.{property.Name}"));
        });
    }

    private static IReadOnlyList<Type> EventTypes() =>
        [.. typeof(Refusal).Assembly.GetTypes().Where(type => !type.IsAbstract && type.BaseType is { IsAbstract: true, IsSealed: false } parent && parent.Name.EndsWith("Event", StringComparison.Ordinal))];

    private static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
