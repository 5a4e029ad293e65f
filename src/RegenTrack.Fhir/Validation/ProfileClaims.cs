using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Validation;

/// <summary>The profiles that a resource claims in <c>meta.profile</c>, and those that the caller asks for.</summary>
internal static class ProfileClaims
{
    public static void Check(Session session, JsonElement resource, TypeDefinition type, IReadOnlyList<string> profiles)
    {
        foreach (var url in profiles)
            Check(session, resource, type, url, resource, demanded: true);
        if (resource.At("meta", "profile") is not { ValueKind: JsonValueKind.Array } claims)
            return;
        Span<char> buffer = stackalloc char[Raw.Usual];
        foreach (var claim in claims.EnumerateArray())
        {
            var url = claim.Chars(buffer);
            if (!url.IsEmpty && !Contains(profiles, url))
                Check(session, resource, type, url, claim, demanded: false);
        }
    }

    private static bool Contains(IReadOnlyList<string> profiles, ReadOnlySpan<char> url)
    {
        foreach (var profile in profiles)
        {
            if (url.SequenceEqual(profile))
                return true;
        }

        return false;
    }

    private static void Check(Session session, JsonElement resource, TypeDefinition type, ReadOnlySpan<char> url, JsonElement place, bool demanded)
    {
        if (session.IsOver)
            return;
        if (session.Profiles.Find(url) is not { } profile)
            session.Report(Findings.ProfileUnknown(demanded), place);
        else if (profile.Type != type.Name && !profile.IsOf(type))
            session.Report(Findings.ProfileType(profile.Url, profile.Type), place);
        else
            session.Walk.Value(resource, profile);
    }
}
