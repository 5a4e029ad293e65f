using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using RegenTrack.Domain.Kernel;
using RegenTrack.Interop.Trials.ClinicalTrialsGov.ApiV2;
using RegenTrack.Interop.Trials.ClinicalTrialsGov.LegacyXml;

namespace RegenTrack.Interop.Trials.ClinicalTrialsGov;

/// <summary>Reads a ClinicalTrials.gov study record in the two shapes that carry full results. Nothing is guessed: another shape is refused by its name.</summary>
public static class RegistryRecordReader
{
    /// <summary>Largest document read, in bytes. The largest records of the registry are a few megabytes.</summary>
    public const int MaximumLength = 20 * 1024 * 1024;

    // Duplicate names would let a document say two things at once.
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    // A document type can bring entities, which can read files or fill the memory: none is accepted.
    private static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaximumLength };

    public static RegistryReading Read(ReadOnlyMemory<byte> document)
    {
        if (document.Length > MaximumLength)
            return RegistryReading.Failed(RegistryRefusals.TooLarge(MaximumLength));
        ReadOnlyMemory<byte> body = document.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? document[3..] : document;
        ReadOnlySpan<byte> start = body.Span.TrimStart(" \t\r\n"u8);
        if (ResidentRegistrationNumber.AppearsIn(Encoding.UTF8.GetString(body.Span)))
            return RegistryReading.Failed(ResidentRegistrationNumber.Refuse());
        return start switch
        {
            [] => RegistryReading.Failed(RegistryRefusals.Empty),
            [(byte)'{' or (byte)'[', ..] => ReadJson(body),
            [(byte)'<', ..] => ReadXml(body),
            _ => RegistryReading.Failed(RegistryRefusals.Unrecognised),
        };
    }

    private static RegistryReading ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Json);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("protocolSection", out _)
                ? StudyJson.Read(json.RootElement)
                : RegistryReading.Failed(OtherShapes.Name(json.RootElement));
        }
        catch (JsonException broken)
        {
            return RegistryReading.Failed(RegistryRefusals.Malformed("JSON", broken.LineNumber + 1, broken.BytePositionInLine + 1));
        }
    }

    private static RegistryReading ReadXml(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var bytes = new MemoryStream(body.ToArray(), writable: false);
            using var reader = XmlReader.Create(bytes, Xml);
            XElement root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            return root.Name.LocalName == "clinical_study"
                ? StudyXml.Read(root)
                : RegistryReading.Failed(OtherShapes.Name(root));
        }
        catch (XmlException broken)
        {
            Refusal why = broken.Message.Contains("DTD", StringComparison.Ordinal)
                ? RegistryRefusals.DocumentType(broken.LineNumber)
                : RegistryRefusals.Malformed("XML", broken.LineNumber, broken.LinePosition);
            return RegistryReading.Failed(why);
        }
    }
}
