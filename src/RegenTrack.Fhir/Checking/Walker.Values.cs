using System.Buffers;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;
using RegenTrack.Fhir.Terminology;

namespace RegenTrack.Fhir.Checking;

internal ref partial struct Walker
{
    private void Value(Property property)
    {
        if (reader.Type == JsonTokenType.Null)
            Report(Problems.Null());
        else if (property.Format is { } format)
            PrimitiveValue(property, format);
        else if (reader.Type != JsonTokenType.StartObject)
            Mismatch(Problems.ObjectExpected(property.TypeName));
        else if (property.IsResource)
            Resource();
        else
            Complex(property);
    }

    private void Complex(Property property)
    {
        var (start, known) = (reader.Start, log.Issues.Count);
        Object(property.Type);
        if (property.Codes is { } codes && log.Issues.Count == known)
            Coded(property, codes, start);
    }

    private readonly void Coded(Property property, CodeList codes, int start)
    {
        var value = JsonElement.Parse(document[start..(reader.Start + 1)]);
        var codings = property.TypeName == "CodeableConcept" ? value.Items("coding") : [value];
        if (codings.All(coding => coding.Text("system") is not { } system || coding.Text("code") is not { } code || codes.Contains(system, code) == false))
            ReportAt(Problems.NotInValueSet(codes.Url), start);
    }

    private void Mismatch(Issue issue)
    {
        Report(issue);
        reader.Skip();
    }

    private void PrimitiveValue(Property property, PrimitiveFormat format)
    {
        var fits = format.Shape switch
        {
            JsonShape.Text => reader.Type == JsonTokenType.String,
            JsonShape.Number => reader.Type == JsonTokenType.Number,
            _ => reader.Type is JsonTokenType.True or JsonTokenType.False,
        };
        if (!fits)
            Mismatch(WrongShape(format));
        else if (format.Shape == JsonShape.Text)
            Text(property, format);
        else if (format.Shape == JsonShape.Number)
            Number(format);
    }

    private readonly void Number(PrimitiveFormat format)
    {
        if (!format.Fits(reader.Value))
            Report(Problems.BadFormat(format.Type, format.Hint));
        Screen(reader.Value);
    }

    private readonly void Screen(ReadOnlySpan<byte> text)
    {
        if (screen?.Invoke(text) is { } issue)
            Report(issue);
    }

    private static Issue WrongShape(PrimitiveFormat format) => format.Shape switch
    {
        JsonShape.Text => Problems.WrongJsonType(format.Type, "문자열", "string"),
        JsonShape.Number => Problems.WrongJsonType(format.Type, "숫자", "number"),
        _ => Problems.WrongJsonType(format.Type, "true/false", "true or false"),
    };

    private readonly void Text(Property property, PrimitiveFormat format)
    {
        var raw = reader.Value;
        if (raw.Length > limits.StringBytes && !format.IsData)
        {
            Report(Problems.TooLong(limits.StringBytes));
            return;
        }

        if (!reader.IsEscaped)
        {
            Text(property, format, raw);
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        if (!reader.TryUnescape(buffer, out var length) || HasControl(buffer.AsSpan(0, length)))
            Report(Problems.BadText());
        else
            Text(property, format, buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private readonly void Text(Property property, PrimitiveFormat format, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            Report(Problems.Empty());
        else if (!format.Fits(text))
            Report(Problems.BadFormat(format.Type, format.Hint));
        else if (format.IsCode && property.Codes is { } codes && codes.Contains(text) == false)
            Report(Problems.NotInValueSet(codes.Url));
        if (!format.IsData)
            Screen(text);
    }

    private static bool HasControl(ReadOnlySpan<byte> text)
    {
        foreach (var one in text)
        {
            if (one < 0x20 && one is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
                return true;
        }

        return false;
    }
}
