namespace RegenTrack.Fhir.Checking;

/// <summary>Property names that a client made up, in a form that can be repeated in an answer.</summary>
internal static class PropertyNames
{
    private const int Longest = 40;

    /// <summary>The name when it is a short ASCII identifier, else a placeholder: anything else might carry personal data or markup.</summary>
    public static string Shown(ReadOnlySpan<byte> name, bool isEscaped)
    {
        if (isEscaped || name.Length is 0 or > Longest)
            return "?";
        foreach (var one in name)
        {
            if (!(one is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or (byte)'_' or (byte)'-'))
                return "?";
        }

        return System.Text.Encoding.ASCII.GetString(name);
    }
}
