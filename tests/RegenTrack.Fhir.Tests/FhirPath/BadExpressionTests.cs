using System.Diagnostics;
using System.Text;
using System.Text.Json;
using RegenTrack.Fhir.FhirPath;

namespace RegenTrack.Fhir.Tests.FhirPath;

public class BadExpressionTests
{
    [Theory]
    [InlineData("", "syntax", 0)]
    [InlineData("a.", "syntax", 2)]
    [InlineData("a b", "syntax", 2)]
    [InlineData("name.where(use = 'x'", "syntax", 20)]
    [InlineData("name.frobnicate()", "unknown-function", 5)]
    [InlineData("name.where()", "syntax", 5)]
    [InlineData("'open", "syntax", 0)]
    [InlineData("a.'b'", "syntax", 2)]
    [InlineData("1 + ?", "syntax", 4)]
    [InlineData("@2026-13", "syntax", 0)]
    [InlineData("'\\q'", "syntax", 1)]
    [InlineData("99999999999999999999999999999999", "syntax", 0)]
    [InlineData("``", "syntax", 0)]
    public void a_fault_is_named_with_its_place(string expression, string code, int position)
    {
        var fault = Assert.Throws<FhirPathException>(() => FhirPathExpression.Compile(expression));
        Assert.Equal((code, position), (fault.Code, fault.Position));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("a.where(", ")")]
    [InlineData("-", "")]
    [InlineData("1 + ", "")]
    [InlineData("a.", "")]
    [InlineData("a[", "]")]
    public void deep_nesting_is_refused(string open, string close)
    {
        var expression = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));
        Assert.Contains(Assert.Throws<FhirPathException>(() => FhirPathExpression.Compile(expression)).Code, new[] { "too-costly", "syntax" });
    }

    [Theory]
    [InlineData("(1).repeat($this + 1).count()")]
    [InlineData("'aaaaaaaaaaaaaaaa'.repeat($this + $this)")]
    [InlineData("descendants().aggregate($total.combine($total).combine($this), 1)")]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(?=(a+)+$)')")]
    public void what_costs_too_much_is_stopped(string expression)
    {
        var patient = PathItem.Of(JsonElement.Parse(SharedData.Bytes("fhirpath/input/appointment-examplereq.json")));
        var watch = Stopwatch.StartNew();
        Assert.Equal("too-costly", Assert.Throws<FhirPathException>(() => FhirPathExpression.Compile(expression).Evaluate(patient)).Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }

    [Fact]
    public void any_text_on_any_data_gives_a_result_or_the_engines_own_exception()
    {
        const int Seed = 20261123;
        var random = new Random(Seed);
        var seeds = OfficialCase.All.Select(test => test.Expression).ToArray();
        var files = Directory.GetFiles(SharedData.PathOf("fhir-r4-examples"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(bytes => bytes.Length < 5_000).ToArray();
        var context = new FhirPathContext { StepLimit = 20_000 };
        var (evaluated, watch) = (0, Stopwatch.StartNew());
        for (var i = 0; i < 20_000; i++)
        {
            var text = Mutate(seeds, random);
            var focus = PathItem.Of(i % 2 == 0 ? JsonElement.Parse(files[random.Next(files.Length)]) : Odd(random, 3));
            try
            {
                var expression = FhirPathExpression.Compile(text, (Dialect)(i % 2));
                expression.Check("Patient");
                foreach (var item in expression.Evaluate(focus, context))
                    _ = (item.ToString(), item.TypeName);
                evaluated++;
            }
            catch (FhirPathException)
            {
            }
            catch (Exception other)
            {
                Assert.Fail($"seed {Seed}, round {i}: {text} on {focus}\n{other}");
            }
        }

        Assert.True(evaluated > 2_000, $"only {evaluated} could be evaluated");
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"took {watch.Elapsed}, seed {Seed}");
    }

    private static string Mutate(string[] seeds, Random random)
    {
        var text = new StringBuilder(seeds[random.Next(seeds.Length)]);
        for (var times = random.Next(0, 4); times > 0 && text.Length > 0; times--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text[at] = (char)random.Next(1, 0x3000);
                    break;
                case 1:
                    text[at] = ".()[]'@%$|&=<>~-+*/,{}0a"[random.Next(24)];
                    break;
                case 2:
                    text.Remove(at, Math.Min(random.Next(1, 10), text.Length - at));
                    break;
                case 3:
                    var other = seeds[random.Next(seeds.Length)];
                    text.Insert(at, other.AsSpan(random.Next(other.Length)));
                    break;
                default:
                    text.Append(". | = + ~ and in < is"[random.Next(20)]).Append(seeds[random.Next(seeds.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>JSON that may have any shape under names that R4 knows.</summary>
    private static JsonElement Odd(Random random, int depth)
    {
        string[] names = ["name", "given", "_given", "value", "valueQuantity", "valueString", "birthDate", "_birthDate", "extension", "url", "contained", "code", "coding", "id", "period", "start", "item", "text"];
        string Value(int left) => random.Next(left > 0 ? 9 : 6) switch
        {
            0 => "null",
            1 => "true",
            2 => random.NextDouble() < 0.5 ? "1e400" : "-12.50",
            3 => "\"2026-01-01\"",
            4 => "\"\\ud800\"",
            5 => "\"x\"",
            6 => $"[{Value(left - 1)},{Value(left - 1)}]",
            _ => Object(left - 1, ""),
        };
        string Object(int left, string head) => $"{{{head}{string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"\"{names[random.Next(names.Length)]}\":{Value(left)}"))}}}";
        return JsonElement.Parse(Object(depth, "\"resourceType\":\"Patient\","));
    }
}
