using System.Runtime.InteropServices;
using System.Text.Json;

namespace RegenTrack.Fhir.FhirPath.Operators;

internal static class JsonSize
{
    /// <summary>Length of the JSON in bytes: what a comparison may cost.</summary>
    public static int Of(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).Length;
}
