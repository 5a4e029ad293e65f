using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace RegenTrack.Tests.Submissions;

/// <summary>Looks into a PDF without a PDF library: its text with every compressed object stream opened, and its _streams.</summary>
internal sealed partial class PdfObjects
{
    private readonly List<(string Dictionary, byte[] Content)> _streams = [];

    public PdfObjects(ReadOnlySpan<byte> pdf)
    {
        // Latin-1 keeps one character a byte, so that positions in the text are positions in the file.
        var text = Encoding.Latin1.GetString(pdf);
        var all = new StringBuilder(text);
        foreach (Match found in StreamHead().Matches(text))
        {
            var start = found.Index + found.Length;
            var content = pdf[start..text.IndexOf("endstream", start, StringComparison.Ordinal)].ToArray();
            var dictionary = found.Groups[1].Value;
            if (dictionary.Contains("/FlateDecode", StringComparison.Ordinal))
                content = Inflate(content);
            _streams.Add((dictionary, content));
            if (dictionary.Contains("/ObjStm", StringComparison.Ordinal) || dictionary.Contains("/Metadata", StringComparison.Ordinal))
                all.Append('\n').Append(Encoding.UTF8.GetString(content));
        }

        Text = all.ToString();
    }

    public string Text { get; }

    public IEnumerable<byte[]> Streams(string marker) => _streams.Where(stream => stream.Dictionary.Contains(marker, StringComparison.Ordinal)).Select(stream => stream.Content);

    /// <summary>The bodies of the dictionaries that hold a marker, up to the next object.</summary>
    public IReadOnlyList<string> Dictionaries(string marker) =>
        [.. Dictionary().Matches(Text).Select(found => found.Value).Where(body => body.Contains(marker, StringComparison.Ordinal))];

    /// <summary>The alternative texts of the pages, in the order of drawing.</summary>
    public IReadOnlyList<string> Alternatives() =>
        [.. _streams.Where(stream => !stream.Dictionary.Contains("/Type", StringComparison.Ordinal))
            .SelectMany(stream => Alternative().Matches(Encoding.Latin1.GetString(stream.Content)))
            .Select(found => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(found.Groups[1].Value)))];

    private static byte[] Inflate(byte[] content)
    {
        using var zlib = new ZLibStream(new MemoryStream(content), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        zlib.CopyTo(plain);
        return plain.ToArray();
    }

    [GeneratedRegex(@"obj\s*(<<(?:(?!endobj).)*?>>)\s*stream\r?\n", RegexOptions.Singleline)]
    private static partial Regex StreamHead();

    [GeneratedRegex("/Alt <(?i:feff)([0-9A-Fa-f]+)>")]
    private static partial Regex Alternative();

    [GeneratedRegex(@"<<(?:[^<>]|<(?!<)|(?<!>)>|<<(?:[^<>]|<(?!<)|(?<!>)>)*>>)*>>", RegexOptions.Singleline)]
    private static partial Regex Dictionary();
}
