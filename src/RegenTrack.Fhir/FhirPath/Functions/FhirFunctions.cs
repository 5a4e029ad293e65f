using System.Collections.Immutable;
using System.Text;
using RegenTrack.Fhir.Checking;
using RegenTrack.Fhir.FhirPath.Types;
using RegenTrack.Fhir.FhirPath.Values;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.FhirPath.Functions;

/// <summary>Functions that FHIR adds.</summary>
internal static class FhirFunctions
{
    private const string BaseProfiles = "http://hl7.org/fhir/StructureDefinition/";

    public static readonly ImmutableArray<Function> Functions =
    [
        Function.Of("hasValue", input => BooleanItem.Of(input.Count == 1 && HasValue(input[0]))),
        Function.Of("getValue", input => input.Count == 1 && HasValue(input[0]) ? input[0].Plain : Items.Empty),
        Function.Of("htmlChecks", input => BooleanItem.Of(input.All(item => item.Text("htmlChecks") is not { } html || Xhtml.Fits(Encoding.UTF8.GetBytes(html))))),
        new("extension", 1, 1, Extension),
        new("resolve", 0, 0, (scope, input, _) => Resolving.Of(input, scope.Evaluation)),
        new("memberOf", 1, 1, MemberOf),
        new("conformsTo", 1, 1, ConformsTo),
    ];

    private static bool HasValue(PathItem item) => item switch
    {
        ElementItem element => element.Type is { IsPrimitive: true } && element.Plain is not null,
        SystemItem => true,
        _ => false,
    };

    private static Items Extension(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (arguments[0].Evaluate(scope).Text("extension") is not { } url)
            return Items.Empty;
        scope.Evaluation.Spend(input.Count);
        var found = new Collecting();
        foreach (var item in input)
        {
            if (item is not ElementItem element || element.Type?.Step("extension") is not { } step)
                continue;
            foreach (var extension in element.Children(step))
            {
                if (extension.Element.Text("url") == url)
                    found.Add(extension);
            }
        }

        return found.Items;
    }

    private static Items MemberOf(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (!input.TrySingle(out var coded, "memberOf") || arguments[0].Evaluate(scope).Text("memberOf") is not { } valueSet)
            return Items.Empty;
        var sets = scope.Evaluation.Context.ValueSets ?? throw new FhirPathException("unsupported", "memberOf() needs value sets, and none were given.");
        return Truths.Answer(sets.Contains(valueSet, coded));
    }

    private static Items ConformsTo(Scope scope, Items input, ImmutableArray<Node> arguments)
    {
        if (!input.TrySingle(out var item, "conformsTo") || arguments[0].Evaluate(scope).Text("conformsTo") is not { } profile)
            return Items.Empty;
        if (scope.Evaluation.Context.Profiles?.Conforms(profile, item) is { } answer)
            return BooleanItem.Of(answer);
        return profile.StartsWith(BaseProfiles, StringComparison.Ordinal) && TypeSpecifier.Parse("FHIR." + profile[BaseProfiles.Length..]) is { IsKnown: true } type
            ? BooleanItem.Of(item.Is(type))
            : throw new FhirPathException("unknown-profile", "conformsTo() names a profile that is not known.");
    }
}
