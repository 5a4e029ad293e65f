using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Tests.Fhir.Scopes;

public sealed class ScopeTests
{
    [Theory]
    [InlineData("system/Task.cruds", "system/Task.cruds")]
    [InlineData("user/Task.rs", "user/Task.rs")]
    [InlineData("system/*.r", "system/*.r")]
    [InlineData("system/Task.read", "system/Task.rs")]
    [InlineData("system/Task.write", "system/Task.cud")]
    [InlineData("system/*.*", "system/*.cruds")]
    [InlineData("system/Task.rs?status=requested&code=fulfill", "system/Task.rs?code=fulfill&status=requested")]
    [InlineData("system/Task.rs?code=a&code=a", "system/Task.rs?code=a")]
    [InlineData("system/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory", "system/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory")]
    public void a_scope_is_read_and_written_in_one_form(string text, string written) => Assert.Equal(written, Scope.TryParse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("openid")]
    [InlineData("launch/patient")]
    [InlineData("patient/Task.rs")]
    [InlineData("system/Task")]
    [InlineData("system/Task.")]
    [InlineData("system/Task.sr")]
    [InlineData("system/Task.rr")]
    [InlineData("system/Task.rx")]
    [InlineData("system/Nothing.rs")]
    [InlineData("system/task.rs")]
    [InlineData("system.Task/rs")]
    [InlineData("system/Task.rs?")]
    [InlineData("system/Task.rs?code")]
    [InlineData("system/Task.rs?code=")]
    [InlineData("system/Task.rs?=a")]
    [InlineData("system/Task.rs?code=a&")]
    [InlineData("system/Task.rs?code=\"a")]
    [InlineData("system/Task.rs?code=가")]
    public void what_is_no_scope_grants_nothing(string text)
    {
        Assert.Null(Scope.TryParse(text));
        Assert.True(GrantedScopes.Parse(text).IsEmpty);
    }

    [Fact]
    public void every_combination_of_letters_is_read_as_it_is_written()
    {
        for (var bits = 1; bits < 32; bits++)
            Assert.Equal((Interactions)bits, InteractionLetters.Read(InteractionLetters.Of((Interactions)bits)));
    }

    [Theory]
    [InlineData("system/*.cruds system/Task.rs system/Task.r?code=a", "system/*.cruds")]
    [InlineData("system/Task.r system/Task.s", "system/Task.r system/Task.s")]
    [InlineData("system/Task.rs?code=a system/Task.rs?code=a&status=b", "system/Task.rs?code=a")]
    public void what_another_scope_covers_is_left_out(string text, string kept) => Assert.Equal(kept, GrantedScopes.Parse(text).ToString());

    [Fact]
    public void several_restrictions_are_alternatives_and_a_free_scope_lifts_them()
    {
        Assert.Equal(["code=a", "code=b"], GrantedScopes.Parse("system/Task.rs?code=a system/*.r?code=b").For("Task", Interactions.Read).Restrictions);
        Assert.Equal(["code=a"], GrantedScopes.Parse("system/Task.rs?code=a system/*.r?code=b").For("Task", Interactions.Search).Restrictions);
        Assert.Equal(ScopeAnswer.Free, GrantedScopes.Parse("system/Task.rs?code=a user/Task.r").For("Task", Interactions.Read));
        Assert.False(GrantedScopes.Parse("system/Task.cruds").For(Scope.AnyType, Interactions.Read).Allowed);
    }

    /// <summary>Whoever asks for scopes gets what both those and the ceiling allow: for random sets, every type, interaction and resource.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void granted_is_what_both_allow(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            var (asked, ceiling) = (GrantedScopes.Parse(Any(random)), GrantedScopes.Parse(Any(random)));
            var granted = asked.Within(ceiling);
            Assert.Equal(granted.ToString(), ceiling.Within(asked).ToString());
            Assert.Equal(granted.ToString(), granted.Within(ceiling).ToString());
            Assert.Equal(granted.ToString(), GrantedScopes.Parse(granted.ToString()).ToString());
            foreach (var context in Contexts)
            {
                foreach (var type in Types)
                {
                    foreach (var interaction in Kinds)
                    {
                        foreach (var resource in Resources)
                            Assert.Equal((seed, round, asked.ToString(), ceiling.ToString(), May(asked, context, type, interaction, resource) && May(ceiling, context, type, interaction, resource)), (seed, round, asked.ToString(), ceiling.ToString(), May(granted, context, type, interaction, resource)));
                    }
                }
            }
        }
    }

    private static readonly string[] Contexts = ["system", "user"];
    private static readonly string[] Types = ["Task", "Patient"];
    private static readonly Interactions[] Kinds = [Interactions.Create, Interactions.Read, Interactions.Update, Interactions.Delete, Interactions.Search];
    private static readonly string[][] Resources = [[], ["a=1"], ["b=2"], ["a=1", "b=2"]];

    private static bool May(GrantedScopes scopes, string context, string type, Interactions interaction, string[] resource)
    {
        var answer = GrantedScopes.Parse(string.Join(' ', scopes.Scopes.Where(scope => scope.Context == context))).For(type, interaction);
        return answer.Allowed && (answer.Restrictions.Count == 0 || answer.Restrictions.Any(query => query.Split('&').All(resource.Contains)));
    }

    private static string Any(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ =>
        $"{Contexts[random.Next(2)]}/{(random.Next(3) == 0 ? "*" : Types[random.Next(2)])}.{InteractionLetters.Of((Interactions)random.Next(1, 32))}{((string[])["", "", "?a=1", "?b=2", "?b=2&a=1"])[random.Next(5)]}"));
}
