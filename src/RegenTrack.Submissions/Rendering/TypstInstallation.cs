namespace RegenTrack.Submissions.Rendering;

/// <summary>Where the typesetting engine and its fonts lie.</summary>
/// <param name="Node">The Node executable, looked up on the PATH when it is a bare name.</param>
/// <param name="Modules">The <c>node_modules</c> folder that holds the engine and the fonts.</param>
/// <param name="Script">The worker's script, beside this assembly.</param>
public sealed record TypstInstallation(string Node, string Modules, string Script)
{
    private const string Engine = "@myriaddreamin/typst-ts-node-compiler";

    /// <summary>The nearest <c>node_modules</c> with the engine, from the program's folder and the current one upwards.</summary>
    /// <exception cref="RenderingException">npm packages are not installed.</exception>
    public static TypstInstallation Find()
    {
        var modules = Upwards(AppContext.BaseDirectory).Concat(Upwards(Environment.CurrentDirectory))
            .Select(folder => Path.Combine(folder, "node_modules"))
            .FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, Engine)))
            ?? throw new RenderingException($"The typesetting engine {Engine} is not installed. Run 'npm ci' in the repository and start again.");
        return new TypstInstallation("node", modules, Path.Combine(AppContext.BaseDirectory, "Rendering", "worker.mjs"));
    }

    private static IEnumerable<string> Upwards(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}
