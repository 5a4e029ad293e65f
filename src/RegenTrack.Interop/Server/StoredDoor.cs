using RegenTrack.App.Resources;
using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server;

/// <summary>
/// The door of a type that is rendered from streams: reads what stands beside the events, and lets its context write to what the caller sees, and only then, for what is absent and
/// what is forbidden look alike.
/// </summary>
/// <param name="writes">Null for a type that hospitals only read.</param>
internal sealed class StoredDoor(string type, IResourceDoor? writes) : IResourceDoor
{
    public string Type => type;

    public async Task<FhirReply> Read(string id, FhirCall call) => FhirReply.Of(await call.Find(type, id));

    public Task<FhirReply> Create(FhirDocument body, FhirCall call) => writes is null ? Task.FromResult(FhirReply.NotSupported) : writes.Create(body, call);

    public Task<FhirReply> Update(string id, FhirDocument body, FhirCall call) => Placed(id, call, (door, placed) => door.Update(id, body, placed));

    public Task<FhirReply> Delete(string id, FhirCall call) => Placed(id, call, (door, placed) => door.Delete(id, placed));

    // If-Match speaks of the resource, whose version is that of the stream when it last changed; the command expects where the stream stands now.
    private async Task<FhirReply> Placed(string id, FhirCall call, Func<IResourceDoor, FhirCall, Task<FhirReply>> write)
    {
        if (writes is null)
            return FhirReply.NotSupported;
        if (await call.Service<ResourceReader>().Place(type, id, call.Actor.Institution, call.CancellationToken) is not { } place)
            return FhirReply.NotFound;
        if (call.ExpectedVersion is null)
            return await write(writes, call);
        var at = call.At(place.Version);
        return at.ExpectedVersion == place.Version ? await write(writes, at with { ExpectedVersion = place.StreamVersion }) : Refusals.Conflict(place.Version);
    }
}
