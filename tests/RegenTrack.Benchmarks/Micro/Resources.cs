namespace RegenTrack.Benchmarks.Micro;

/// <summary>Valid examples of the guide, as bytes.</summary>
internal static class Resources
{
    public static byte[] Read(string example)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var examples = Path.Combine(folder.FullName, "fhir-profiles", "examples", example);
            if (Directory.Exists(examples))
                return File.ReadAllBytes(Directory.GetFiles(examples, "valid*.json").Order(StringComparer.Ordinal).First());
        }

        throw new DirectoryNotFoundException($"The guide has no example {example}.");
    }
}
