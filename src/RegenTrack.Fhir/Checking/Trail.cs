using System.Text;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Checking;

/// <summary>Where the walk stands; becomes a FHIRPath expression only when there is an issue.</summary>
internal sealed class Trail
{
    private (Property Property, int Index)[] steps = new (Property, int)[32];
    private int depth;

    public string Root { get; set; } = "";

    /// <summary>Whether it stands in what belongs to a primitive.</summary>
    public bool IsShadow => depth > 0 && steps[depth - 1].Property.IsShadow;

    public void Push(Property property)
    {
        if (depth == steps.Length)
            Array.Resize(ref steps, depth * 2);
        steps[depth++] = (property, -1);
    }

    public void Clear()
    {
        depth = 0;
        Root = "";
    }

    public void Pop() => depth--;

    public void MoveTo(int index) => steps[depth - 1].Index = index;

    public string Expression
    {
        get
        {
            var text = new StringBuilder(Root);
            foreach (var (property, index) in steps.AsSpan(0, depth))
            {
                if (text.Length > 0)
                    text.Append('.');
                // FHIRPath indexes the collection first; a choice never repeats.
                text.Append(property.Step);
                if (index >= 0)
                    text.Append('[').Append(index).Append(']');
            }

            return text.ToString();
        }
    }
}
