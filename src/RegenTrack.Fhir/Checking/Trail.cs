using System.Text;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Checking;

/// <summary>Where the walk stands; becomes a FHIRPath expression only when there is an issue.</summary>
internal sealed class Trail
{
    private readonly Stack<(Property Property, int Index)> steps = new();

    public string Root { get; set; } = "";

    /// <summary>Whether it stands in what belongs to a primitive.</summary>
    public bool IsShadow => steps.TryPeek(out var step) && step.Property.IsShadow;

    public void Push(Property property) => steps.Push((property, -1));

    public void Clear()
    {
        steps.Clear();
        Root = "";
    }

    public void Pop() => steps.Pop();

    public void MoveTo(int index) => steps.Push((steps.Pop().Property, index));

    public string Expression
    {
        get
        {
            var text = new StringBuilder(Root);
            foreach (var (property, index) in steps.Reverse())
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
