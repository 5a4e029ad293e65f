using System.Text;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>What a file looks like to somebody who must be told why it is not a logger file.</summary>
internal static class FileShape
{
    private static readonly (byte[] Mark, Bilingual Shape)[] Marks =
    [
        (Encoding.ASCII.GetBytes("%PDF"), new("PDF 문서(같은 기록의 텍스트·CSV 내보내기를 올리세요)", "a PDF document (upload the text or CSV export of the same run)")),
        ([0xD0, 0xCF, 0x11, 0xE0], new("Excel 통합문서(.xls; List 시트를 CSV로 저장해 올리세요)", "an Excel workbook (.xls; save its List sheet as CSV)")),
        (Encoding.ASCII.GetBytes("PK"), new("ZIP 또는 Excel 통합문서(.xlsx; CSV로 저장해 올리세요)", "a ZIP file or Excel workbook (.xlsx; save it as CSV)")),
        ([0xFF, 0xD8, 0xFF], new("JPEG 사진", "a JPEG photo")),
        ([0x89, 0x50, 0x4E, 0x47], new("PNG 그림", "a PNG image")),
    ];

    /// <summary>The shape of a file that is not text; null for text.</summary>
    public static Bilingual? NotText(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, shape) in Marks)
            if (bytes.StartsWith(mark)) return shape;
        var utf16 = bytes.StartsWith((byte[])[0xFF, 0xFE]) || bytes.StartsWith((byte[])[0xFE, 0xFF]);
        return !utf16 && bytes.Contains((byte)0) ? new("텍스트가 아닌 이진 파일", "a binary file, not text") : null;
    }

    public static Bilingual OfText(string text)
    {
        var first = text.TrimStart();
        if (first.StartsWith('{') || first.StartsWith('[')) return new("JSON", "JSON");
        if (first.StartsWith('<')) return new("XML 또는 HTML", "XML or HTML");
        var lines = text.Split('\n');
        var columns = CsvTable.Of(text).Rows.FirstOrDefault(row => row.Length > 1)?.Length ?? 1;
        return columns > 1
            ? new($"{lines.Length}줄, {columns}열의 표", $"a table of {lines.Length} lines, {columns} columns")
            : new($"{lines.Length}줄의 텍스트", $"a text of {lines.Length} lines");
    }
}
