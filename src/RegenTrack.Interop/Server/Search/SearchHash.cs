using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace RegenTrack.Interop.Server.Search;

/// <summary>The numbers under which values are stored and asked for. A change here needs all resources rendered anew.</summary>
internal static class SearchHash
{
    private const int Usual = 512;

    /// <summary>Of a value (or the way in which a parameter's values are kept apart), as <see cref="Spelling"/> says it.</summary>
    public static long Of(string type, string parameter, string spelling)
    {
        var length = type.Length + parameter.Length + spelling.Length + 2;
        Span<char> text = length <= Usual ? stackalloc char[length] : new char[length];
        type.CopyTo(text);
        text[type.Length] = '\n';
        parameter.CopyTo(text[(type.Length + 1)..]);
        text[type.Length + parameter.Length + 1] = '\n';
        spelling.CopyTo(text[(type.Length + parameter.Length + 2)..]);
        return (long)XxHash64.HashToUInt64(MemoryMarshal.AsBytes(text));
    }
}
