using System.Text;
using System.Text.Json;
using RegenTrack.App.Vault;
using RegenTrack.Domain.Institutions.Published;
using RegenTrack.Domain.Law;
using RegenTrack.Domain.Records;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Records;

/// <summary>What one call keeps of records, and of people in the vault.</summary>
internal sealed class RecordDraft(FhirCall call, InstitutionId institution)
{
    private const string Purpose = "hospital-record";
    private readonly List<NewIdentity> people = [];

    /// <summary>Who goes into the vault with the changes.</summary>
    public IReadOnlyList<NewIdentity> People => people;

    /// <param name="content">As it is kept, with its id; null takes it back.</param>
    /// <param name="expected">The version of its stream that was seen; null for whatever is there.</param>
    public RecordChange Change(string type, string id, string? content, long? expected)
    {
        var change = new RecordChange(new($"{type}/{id}"), institution, content, expected);
        if (type != KeptTypes.Person || content is null)
            return change;

        // The law asks for nothing of it: it may be erased from today on.
        var reference = FhirCall.IdOf(call.Actor.Id, $"{call.CommandId}|{id}", "record-person");
        people.Add(new NewIdentity(reference, Purpose, KoreanTime.DayOf(call.Now), JsonSerializer.SerializeToElement(content)));
        using var resource = JsonDocument.Parse(Encoding.UTF8.GetBytes(content));
        return change with
        {
            Content = PersonalContent.Rest(resource.RootElement, id),
            Person = new RecordPerson(reference, PersonalContent.Marks(resource.RootElement, call.Service<VaultKey>())),
        };
    }
}
