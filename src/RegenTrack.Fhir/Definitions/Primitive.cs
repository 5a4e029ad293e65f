using System.Collections.Frozen;
using RegenTrack.Fhir.Checking;

namespace RegenTrack.Fhir.Definitions;

internal enum JsonShape
{
    Text,
    Number,
    Boolean,
}

/// <summary>How a primitive is written.</summary>
/// <param name="Fits">Whether the (unescaped, non-empty) text is a value of the type.</param>
/// <param name="Hint">An example of a good value.</param>
internal sealed record PrimitiveFormat(string Type, JsonShape Shape, Primitive.Check Fits, string Hint)
{
    /// <summary>Bytes as text, of any length and without meaning as text.</summary>
    public bool IsData { get; } = Type == "base64Binary";

    public bool IsCode { get; } = Type == "code";
}

/// <summary>The primitive types of R4.</summary>
internal static class Primitive
{
    public delegate bool Check(ReadOnlySpan<byte> text);

    public static readonly FrozenDictionary<string, PrimitiveFormat> Formats = new[]
    {
        Text("string", Texts.Any, "text"),
        Text("markdown", Texts.Any, "text"),
        Text("xhtml", Xhtml.Fits, "<div xmlns=\"http://www.w3.org/1999/xhtml\">…</div>"),
        Text("code", Texts.Code, "final"),
        Text("id", Texts.Id, "A-1.b"),
        Text("uri", Texts.Uri, "http://hl7.org/fhir"),
        Text("url", Texts.Uri, "http://hl7.org/fhir"),
        Text("canonical", Texts.Uri, "http://hl7.org/fhir/ValueSet/x|4.0.1"),
        Text("oid", Texts.Oid, "urn:oid:1.2.3"),
        Text("uuid", Texts.Uuid, "urn:uuid:c757873d-ec9a-4326-a141-556f43239520"),
        Text("base64Binary", Texts.Base64, "SGVsbG8="),
        Text("date", Dates.Date, "2026-03-31"),
        Text("dateTime", Dates.DateTime, "2026-03-31T13:00:00+09:00"),
        Text("instant", Dates.Instant, "2026-03-31T13:00:00.000+09:00"),
        Text("time", Dates.Time, "13:00:00"),
        new PrimitiveFormat("boolean", JsonShape.Boolean, _ => true, "true"),
        new PrimitiveFormat("decimal", JsonShape.Number, Numbers.Decimal, "1.50"),
        new PrimitiveFormat("integer", JsonShape.Number, Numbers.Integer, "1"),
        new PrimitiveFormat("unsignedInt", JsonShape.Number, Numbers.Unsigned, "0"),
        new PrimitiveFormat("positiveInt", JsonShape.Number, Numbers.Positive, "1"),
    }.ToFrozenDictionary(format => format.Type, StringComparer.Ordinal);

    private static PrimitiveFormat Text(string type, Check fits, string hint) => new(type, JsonShape.Text, fits, hint);
}
