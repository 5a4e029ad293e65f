using System.Buffers;
using System.Text.Json;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.Json;

namespace RegenTrack.Fhir.Checking;

internal ref partial struct Walker
{
    private void Value(Property property)
    {
        if (reader.TokenType == JsonTokenType.Null)
            Report(Problems.Null());
        else if (property.Format is { } format)
            PrimitiveValue(property, format);
        else if (reader.TokenType != JsonTokenType.StartObject)
            Mismatch(Problems.ObjectExpected(property.TypeName));
        else if (property.IsResource)
            Resource();
        else
            Complex(property);
    }

    private void Complex(Property property)
    {
        var before = reader;
        var known = log.Issues.Count;
        Object(property.Type);
        if (property.Codes is not { } codes || log.Issues.Count > known)
            return;
        var value = JsonElement.ParseValue(ref before);
        var codings = property.TypeName == "CodeableConcept" ? value.Items("coding") : [value];
        if (codings.All(coding => coding.Text("system") is not { } system || coding.Text("code") is not { } code || codes.Contains(system, code) == false))
            ReportAt(Problems.NotInValueSet(codes.Url), (int)before.TokenStartIndex);
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
            JsonShape.Text => reader.TokenType == JsonTokenType.String,
            JsonShape.Number => reader.TokenType == JsonTokenType.Number,
            _ => reader.TokenType is JsonTokenType.True or JsonTokenType.False,
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
        if (!format.Fits(reader.ValueSpan))
            Report(Problems.BadFormat(format.Type, format.Hint));
        Screen(reader.ValueSpan);
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
        var raw = reader.ValueSpan;
        if (raw.Length > limits.StringBytes && format.Type != "base64Binary")
        {
            Report(Problems.TooLong(limits.StringBytes));
            return;
        }

        if (!reader.ValueIsEscaped)
        {
            Text(property, format, raw);
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        if (!TryUnescape(buffer, out var length) || HasControl(buffer.AsSpan(0, length)))
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
        else if (property.Codes is { } codes && format.Type == "code" && codes.Contains(text) == false)
            Report(Problems.NotInValueSet(codes.Url));
        if (format.Type != "base64Binary")
            Screen(text);
    }

    /// <summary>False for escapes that are no text: lone surrogates.</summary>
    private readonly bool TryUnescape(Span<byte> buffer, out int length)
    {
        try
        {
            length = reader.CopyString(buffer);
            return true;
        }
        catch (InvalidOperationException)
        {
            length = 0;
            return false;
        }
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
