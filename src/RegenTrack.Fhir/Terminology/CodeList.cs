using System.Text;

namespace RegenTrack.Fhir.Terminology;

/// <summary>The codes of one value set by system. What cannot be listed here (SNOMED CT, LOINC, UCUM ...) is answered with null, never guessed.</summary>
public sealed class CodeList
{
    private readonly Dictionary<string, SystemCodes>.AlternateLookup<ReadOnlySpan<char>> systems;
    private readonly bool open;

    /// <param name="open">Whether part of the value set is unknown whatever the system.</param>
    internal CodeList(string url, Dictionary<string, SystemCodes> systems, bool open)
    {
        Url = url;
        this.open = open;
        Systems = systems;
        this.systems = systems.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Canonical address of the value set.</summary>
    public string Url { get; }

    internal Dictionary<string, SystemCodes> Systems { get; }

    internal bool IsOpen => open;

    /// <summary>Whether every code can be named here.</summary>
    public bool IsListed => !open && Systems.Values.All(system => !system.Open);

    /// <summary>Whether a code of a system is in the value set; null when it cannot be said.</summary>
    public bool? Contains(ReadOnlySpan<char> system, ReadOnlySpan<char> code)
    {
        if (systems.TryGetValue(system, out var codes) && codes.Contains(code) is not false and var answer)
            return answer;
        return open ? null : false;
    }

    /// <summary>Whether a code of whatever system is in the value set; null when it cannot be said.</summary>
    public bool? Contains(ReadOnlySpan<char> code)
    {
        var unknown = open;
        foreach (var system in Systems.Values)
        {
            switch (system.Contains(code))
            {
                case true:
                    return true;
                case null:
                    unknown = true;
                    break;
            }
        }

        return unknown ? null : false;
    }

    internal bool? Contains(ReadOnlySpan<byte> utf8Code)
    {
        Span<char> text = stackalloc char[256];
        return utf8Code.Length <= text.Length ? Contains(text[..Encoding.UTF8.GetChars(utf8Code, text)]) : false;
    }
}
