using System.Text.Json;

namespace RegenTrack.Tests.Host;

public sealed class NpmLockTests
{
    /// <remarks>A registry that lacks a platform's build makes npm drop it from the lock file, and then <c>npm ci</c> refuses that file everywhere.</remarks>
    [Fact]
    public void the_lock_file_names_every_platform_that_a_package_has_builds_for()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository(), "package-lock.json")));
        var packages = file.RootElement.GetProperty("packages");
        var wanted = packages.EnumerateObject()
            .Where(package => package.Value.TryGetProperty("optionalDependencies", out _))
            .SelectMany(package => package.Value.GetProperty("optionalDependencies").EnumerateObject())
            .Select(dependency => $"node_modules/{dependency.Name}")
            .ToList();
        Assert.NotEmpty(wanted);
        Assert.DoesNotContain(wanted, name => !packages.TryGetProperty(name, out _));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "package-lock.json")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
