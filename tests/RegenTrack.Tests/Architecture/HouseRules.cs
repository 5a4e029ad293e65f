using RegenTrack.App;
using RegenTrack.Domain.Kernel;
using RegenTrack.EventStore;

namespace RegenTrack.Tests.Architecture;

public sealed class HouseRules
{
    private static readonly string[] SharedByContexts = ["Kernel", "Law"];
    private static readonly CompiledAssembly Domain = CompiledAssembly.Of(typeof(Refusal).Assembly);
    private static readonly CompiledAssembly App = CompiledAssembly.Of(typeof(AppServices).Assembly);
    private static readonly CompiledAssembly Here = CompiledAssembly.Of(typeof(HouseRules).Assembly);
    private static readonly IReadOnlyList<CompiledType> Planted = [.. Here.Types.Where(type => type.Namespace.StartsWith("RegenTrack.Planted", StringComparison.Ordinal))];

    public static TheoryData<string, string[]> Dependencies => new()
    {
        { "RegenTrack.Domain", [] },
        { "RegenTrack.EventStore", ["Npgsql"] },
        { "RegenTrack.Fhir", [] },
        { "RegenTrack.App", ["RegenTrack.Domain", "RegenTrack.EventStore", "MediatR", "Npgsql"] },
        { "RegenTrack.Interop", ["RegenTrack.App", "RegenTrack.Domain", "RegenTrack.EventStore", "RegenTrack.Fhir", "MediatR", "Npgsql"] },
        { "RegenTrack.Submissions", ["RegenTrack.App", "RegenTrack.Domain", "RegenTrack.EventStore", "MediatR", "Npgsql"] },
    };

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void a_project_refers_only_to_those_below_it(string assembly, string[] allowed) =>
        Rules.RefersOnlyTo(CompiledAssembly.Of(System.Reflection.Assembly.Load(assembly)), allowed).Holds();

    [Fact]
    public void a_forbidden_reference_is_caught() =>
        Rules.RefersOnlyTo(App, ["RegenTrack.Domain", "MediatR", "Npgsql"]).Catches("RegenTrack.App -> RegenTrack.EventStore");

    [Fact]
    public void the_domain_is_pure() => Rules.IsPure(Domain.Types).Holds();

    [Theory]
    [InlineData("ReadsTheClock")]
    [InlineData("DrawsLots")]
    public void impurity_is_caught(string planted) => Rules.IsPure(Planted).Catches(planted);

    [Fact]
    public void folds_never_throw() => Rules.FoldsNeverThrow(Domain.Types).Holds();

    [Theory]
    [InlineData("ThrowingFold")]
    [InlineData("OpenFold")]
    public void a_throwing_fold_is_caught(string planted) => Rules.FoldsNeverThrow(Planted).Catches(planted);

    [Fact]
    public void contexts_see_each_other_only_through_what_is_published() =>
        Rules.ContextsSeeOnlyPublished(Domain.Types, "RegenTrack.Domain", SharedByContexts).Holds();

    [Fact]
    public void a_look_into_another_context_is_caught()
    {
        var verdict = Rules.ContextsSeeOnlyPublished(Planted, "RegenTrack.Planted", SharedByContexts);
        verdict.Catches("LooksIntoBeta uses RegenTrack.Planted.Beta.Private");
        Assert.DoesNotContain(verdict.Violations, violation => violation.Contains("Fact", StringComparison.Ordinal));
    }

    [Fact]
    public void nothing_inside_the_application_sends() => Rules.NeverSends(App.Types).Holds();

    [Fact]
    public void sending_from_inside_is_caught() => Rules.NeverSends(Planted).Catches("SendsFromInside");

    [Fact]
    public void the_store_knows_no_word_of_the_domain() => Assert.DoesNotContain("RegenTrack.Domain", CompiledAssembly.Of(typeof(Store).Assembly).References);
}
