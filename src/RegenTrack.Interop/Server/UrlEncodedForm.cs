using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RegenTrack.Interop.Server;

/// <summary>A body of <c>application/x-www-form-urlencoded</c>; a form in parts, which the framework takes as well, is none.</summary>
public static class UrlEncodedForm
{
    public static bool IsSent(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>The fields, or null when they cannot be read or are too many.</summary>
    public static async Task<IFormCollection?> Read(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
