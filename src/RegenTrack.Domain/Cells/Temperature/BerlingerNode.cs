namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>One <c>key: value</c> of a Berlinger text file; depth is indentation, a line may hold several.</summary>
internal sealed record BerlingerNode(string Key, string Value, List<BerlingerNode> Children)
{
    public BerlingerNode? Child(string key) => Children.Find(child => child.Key == key);

    public string Text(params ReadOnlySpan<string> path)
    {
        var node = this;
        foreach (var key in path)
        {
            if (node.Child(key) is not { } child) return "";
            node = child;
        }

        return node.Value;
    }

    public static BerlingerNode Tree(IEnumerable<string> lines)
    {
        var root = new BerlingerNode("", "", []);
        var open = new Stack<(int Indent, BerlingerNode Node)>([(-1, root)]);
        foreach (var line in lines)
        {
            var text = line.TrimStart(' ');
            if (text.Length == 0 || text[0] == '\t') continue;
            var indent = line.Length - text.Length;
            while (open.Peek().Indent >= indent) open.Pop();
            var parent = open.Peek().Node;
            foreach (var field in text.Split(", "))
            {
                var colon = field.IndexOf(':', StringComparison.Ordinal);
                if (colon < 0) continue;
                parent.Children.Add(new(field[..colon].Trim(), field[(colon + 1)..].Trim().TrimEnd(','), []));
            }

            if (parent.Children.Count > 0) open.Push((indent, parent.Children[^1]));
        }

        return root;
    }
}
