using System.Runtime.InteropServices;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Validation.Profiles;

namespace RegenTrack.Fhir.Validation;

/// <summary>Extensions: a value or extensions (ext-1), where they may stand, and what their definition demands.</summary>
internal sealed class ExtensionRules(Session session)
{
    public void Enter(JsonElement extension, Property property)
    {
        var urls = session.Extensions;
        var definition = extension.At("url") is { } address ? session.Profiles.Find(address.Chars(stackalloc char[Raw.Usual])) : null;
        var url = definition?.Url ?? extension.Text("url");
        var nested = urls.Count > 0 && session.Steps.Count > 1 && session.Steps[^2].Property.Type.Name == "Extension";
        Shape(extension);
        if (url is not null && !url.Contains(':', StringComparison.Ordinal))
        {
            if (!nested)
                session.Report(Findings.ExtensionUrl(), extension);
        }
        else if (url is not null && definition is { Type: "Extension" })
        {
            Known(extension, property, url, definition, nested ? urls.Peek() : null);
        }
        else if (property.Element.Name == "modifierExtension")
        {
            session.Report(Findings.UnknownModifier(), extension);
        }

        urls.Push(url);
    }

    public void Leave() => session.Extensions.Pop();

    private void Shape(JsonElement extension)
    {
        var (value, nested) = (false, false);
        foreach (var member in extension.EnumerateObject())
        {
            nested |= member.NameEquals("extension"u8);
            var name = JsonMarshal.GetRawUtf8PropertyName(member);
            value |= name.StartsWith("value"u8) || name.StartsWith("_value"u8) || (name.Contains((byte)'\\') && member.Name.TrimStart('_').StartsWith("value", StringComparison.Ordinal));
        }

        if (value == nested)
            session.Report(Findings.ExtensionShape(), extension);
    }

    private void Known(JsonElement extension, Property property, string url, Profile definition, string? outer)
    {
        if (definition.IsModifier != (property.Element.Name == "modifierExtension"))
            session.Report(Findings.ExtensionModifier(definition.IsModifier), extension);
        if (!ExtensionContexts.Allow(definition, extension, session, outer))
            session.Report(Findings.ExtensionContext(url), extension);
        session.Walk.Value(extension, definition);
    }
}
