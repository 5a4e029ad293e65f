using System.Globalization;
using System.Text;
using RegenTrack.Fhir.Definitions;

namespace RegenTrack.Fhir.Validation;

/// <summary>Where validation stands; becomes a FHIRPath expression only when there is something to say.</summary>
internal sealed class Steps
{
    private readonly List<Step> steps = new(16);

    public string Root { get; set; } = "";

    public int Count => steps.Count;

    public Step this[Index index] => steps[index];

    public void Push(TypeDefinition owner, Property property, int index) => steps.Add(new Step(owner, property, index));

    public void Clear()
    {
        steps.Clear();
        Root = "";
    }

    public void Pop() => steps.RemoveAt(steps.Count - 1);

    public string Expression
    {
        get
        {
            var text = new StringBuilder(Root);
            foreach (var step in steps)
            {
                text.Append('.').Append(step.Property.Step);
                if (step.Index >= 0)
                    text.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            }

            return text.ToString();
        }
    }
}

/// <param name="Owner">The type that has the property.</param>
/// <param name="Index">Position in a repeating element, else -1.</param>
internal readonly record struct Step(TypeDefinition Owner, Property Property, int Index);
