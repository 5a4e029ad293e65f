using System.Text;

namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Delimited text as rows of cells; the delimiter is the one that the first lines use most.</summary>
internal sealed record CsvTable(IReadOnlyList<string[]> Rows)
{
    public static CsvTable Of(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2000));
        var delimiter = ',';
        foreach (var candidate in ";\t")
            if (head.Count(candidate) > head.Count(delimiter)) delimiter = candidate;

        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (quoted && character == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (character == '"') quoted = !quoted;
            else if (quoted) cell.Append(character);
            else if (character == delimiter) Take();
            else if (character == '\n') EndRow();
            else if (character != '\r') cell.Append(character);
        }

        if (cell.Length > 0 || row.Count > 0) EndRow();
        return new(rows);

        void Take()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            Take();
            rows.Add([.. row]);
            row.Clear();
        }
    }

    /// <summary>A cell of a row; empty when the row, as in a damaged file, is shorter.</summary>
    public static string Cell(string[] row, int column) => column < row.Length ? row[column] : "";

    /// <summary>The same of a row that may not be there either.</summary>
    public string Cell(int row, int column) => row >= 0 && row < Rows.Count ? Cell(Rows[row], column) : "";

    /// <summary>The cell after a label anywhere in the rows before the data, or empty.</summary>
    public string After(string label)
    {
        foreach (var row in Rows.Take(60))
            for (var i = 0; i + 1 < row.Length; i++)
                if (row[i].Trim().Equals(label, StringComparison.OrdinalIgnoreCase)) return row[i + 1].Trim();
        return "";
    }

    public int RowIndex(Func<string[], bool> where)
    {
        for (var i = 0; i < Rows.Count; i++)
            if (where(Rows[i])) return i;
        return -1;
    }
}
