using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation;

/// <summary>Walks a structurally sound resource along R4's types and checks what the reader does not: invariants, extensible bindings, references, extensions, contained resources, Bundles.</summary>
internal sealed class BaseWalk
{
    private readonly Session session;
    private readonly ExtensionRules extensions;

    public BaseWalk(Session session)
    {
        this.session = session;
        extensions = new ExtensionRules(session);
    }

    public void Document(JsonElement root, IReadOnlyList<string> profiles)
    {
        session.Steps.Root = root.Text("resourceType")!;
        Resource(root, false, null, profiles);
    }

    private void Resource(JsonElement resource, bool contained, string? fullUrl, IReadOnlyList<string> profiles)
    {
        if (R4.Definitions.Find(resource.Text("resourceType")!) is not { } type)
            return;
        var outer = session.Frame;
        session.Frame = new Frame(resource, type, outer, contained) { FullUrl = fullUrl };
        Object(resource, type);
        ContainedRules.Check(session, resource, contained);
        if (type.Name == "Bundle")
            BundleRules.Check(session, resource, type);
        Invariants.Check(session, type.Constraints);
        ProfileClaims.Check(session, resource, type, profiles);
        session.Frame = outer;
    }

    private void Object(JsonElement value, TypeDefinition type)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (session.IsOver)
                return;
            if (type.Of(member) is not { } property)
                continue;
            if (member.Value.ValueKind != JsonValueKind.Array)
            {
                Value(value, type, property, member.Value, -1);
                continue;
            }

            var index = 0;
            foreach (var one in member.Value.EnumerateArray())
                Value(value, type, property, one, index++);
        }
    }

    private void Value(JsonElement holder, TypeDefinition owner, Property property, JsonElement value, int index)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return;
        session.Steps.Push(owner, property, index);
        if (property.Format is not null)
        {
            Coded(property, value);
            Invariants.Check(session, property.Element.Constraints, value, Shadow(holder, property, index), property.TypeName);
        }
        else if (property.IsResource)
        {
            Resource(value, property.Element.Name == "contained", holder.Text("fullUrl"), []);
        }
        else
        {
            Complex(property, value);
        }

        session.Steps.Pop();
    }

    private void Complex(Property property, JsonElement value)
    {
        var type = property.Type;
        if (type.Name == "Extension")
            extensions.Enter(value, property);
        else if (type.Name == "Reference")
            ReferenceRules.Check(session, property.Element.Uses, value);
        else
            Coded(property, value);
        Object(value, type);
        if (type.Name == "Extension")
            extensions.Leave();
        Invariants.Check(session, type.Constraints, value, default, type.Name);
        Invariants.Check(session, property.Element.Constraints, value, default, type.Name);
    }

    private void Coded(Property property, JsonElement value)
    {
        if (property.Element.Bound is { } binding && !property.IsShadow && (binding.Strength == BindingStrength.Extensible || binding.Greatest is not null))
            Bindings.Check(session, binding, value, property.TypeName);
    }

    private static JsonElement Shadow(JsonElement holder, Property property, int index)
    {
        if (property.Element.Constraints.IsEmpty || !holder.TryGetProperty(property.Beside.Span, out var shadow))
            return default;
        return shadow.ValueKind != JsonValueKind.Array ? shadow : index >= 0 && index < shadow.GetArrayLength() ? shadow[index] : default;
    }
}
