using RegenTrack.App.Vault;
using RegenTrack.Fhir;
using Parameter = RegenTrack.Fhir.Search.SearchParameter;

namespace RegenTrack.Interop.Server.Search;

/// <summary>One parameter of a search with its values, of which one must hold.</summary>
/// <param name="Name">As it was asked, for messages.</param>
/// <param name="Values">Still escaped.</param>
internal sealed record Term(string Type, Parameter Parameter, string? Modifier, string Name, IReadOnlyList<string> Values, SearchSetting Setting)
{
    public long Key(string spelling) => SearchHash.Of(Type, Parameter.Code, Searchable.IsMarked(Type, Parameter.Code) ? Setting.Key?.Mark(spelling) ?? spelling : spelling);

    /// <summary>A value that cannot be read.</summary>
    public Issue Unreadable(string example) => Refused("search-value", $"매개변수 '{Name}'의 값을 읽을 수 없습니다. 예: {example}", $"A value of parameter '{Name}' cannot be read. Example: {example}");

    public Issue Refused(string code, string korean, string english) => Issue.Error("invalid", code, korean, english, $"http.{Name}");
}

/// <summary>What a search depends on besides its parameters.</summary>
/// <param name="Base">The server's address as the caller sees it: references under it are local.</param>
/// <param name="IsStored">Which types there are.</param>
/// <param name="HasProvenance">Whether the answer may include where resources come from.</param>
/// <param name="Key">By which people are known; without it none is found by an identifier.</param>
internal sealed record SearchSetting(string Base, DateTimeOffset Now, Func<string, bool> IsStored, bool HasProvenance = false, VaultKey? Key = null);
