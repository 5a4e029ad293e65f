using System.Collections.Concurrent;

namespace RegenTrack.Submissions.Rendering;

/// <summary>A Typst template of this assembly with what it imports.</summary>
/// <param name="Name">Folder of the form, e.g. <c>ReviewResultNotice</c>; also names the attached data.</param>
/// <param name="Main">Path of the template inside <paramref name="Sources"/>.</param>
/// <param name="Sources">Typst text by path.</param>
public sealed record DocumentTemplate(string Name, string Main, IReadOnlyDictionary<string, string> Sources)
{
    private static readonly ConcurrentDictionary<string, DocumentTemplate> Loaded = new();

    /// <summary>The form of a folder under <c>Forms</c>.</summary>
    public static DocumentTemplate Of(string form) => Loaded.GetOrAdd(form, static name =>
    {
        var main = $"Forms/{name}/template.typ";
        return new DocumentTemplate(name, main, new Dictionary<string, string>
        {
            [main] = Read(main),
            ["Forms/official.typ"] = Read("Forms/official.typ"),
            ["Forms/marks.typ"] = Read("Forms/marks.typ"),
        });
    });

    private static string Read(string path)
    {
        using var stream = typeof(DocumentTemplate).Assembly.GetManifestResourceStream(path)
            ?? throw new RenderingException($"There is no template {path}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
