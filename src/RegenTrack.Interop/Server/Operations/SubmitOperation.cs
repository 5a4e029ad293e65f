using Microsoft.AspNetCore.Http;

namespace RegenTrack.Interop.Server.Operations;

/// <summary><c>Task/$submit</c>: files a treatment plan as the same Bundle does at the root, and answers the application as it now stands.</summary>
internal static class SubmitOperation
{
    public static async Task<FhirReply> Answer(HttpContext http, DoorMap doors)
    {
        var reply = await BundleEndpoint.Post(http, doors);
        if (reply.Status != StatusCodes.Status200OK)
            return reply;
        var task = (reply.Body?["entry"]?.AsArray() ?? []).Select(entry => (string?)entry?["response"]?["location"]).FirstOrDefault(location => location?.StartsWith("Task/", StringComparison.Ordinal) == true);
        var (call, refusal) = Calls.Of(http, null);
        return call is null ? refusal! : task is null ? reply : await call.Updated("Task", task["Task/".Length..]);
    }
}
