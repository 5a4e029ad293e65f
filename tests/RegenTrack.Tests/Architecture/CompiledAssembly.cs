using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RegenTrack.Tests.Architecture;

/// <summary>What a compiled assembly refers to: its assemblies, and for each type the types and members its signatures and method bodies name.</summary>
public sealed class CompiledAssembly
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> References { get; init; }

    public required IReadOnlyList<CompiledType> Types { get; init; }

    public static CompiledAssembly Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var names = new MetadataNames(metadata);
        return new CompiledAssembly
        {
            Name = assembly.GetName().Name!,
            References = [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))],
            Types = [.. metadata.TypeDefinitions.Select(handle => Read(file, metadata, names, handle)).Where(type => type.Namespace.Length > 0)],
        };
    }

    private static CompiledType Read(PEReader file, MetadataReader metadata, MetadataNames names, TypeDefinitionHandle handle)
    {
        var definition = metadata.GetTypeDefinition(handle);
        var uses = new HashSet<string>();
        var members = new HashSet<string>();
        foreach (var field in definition.GetFields())
        {
            uses.UnionWith(metadata.GetFieldDefinition(field).DecodeSignature(names, null));
        }

        if (!definition.BaseType.IsNil)
        {
            uses.UnionWith(names.Of(definition.BaseType));
        }

        var methods = definition.GetMethods().Select(method =>
        {
            var body = MethodBody.Read(file, metadata, names, metadata.GetMethodDefinition(method));
            uses.UnionWith(body.Types);
            members.UnionWith(body.Members);
            return body;
        }).ToList();
        var interfaces = definition.GetInterfaceImplementations().SelectMany(implementation => names.Of(metadata.GetInterfaceImplementation(implementation).Interface)).ToList();
        return new CompiledType(names.Definition(handle), names.NamespaceOf(handle), uses, members, methods, interfaces);
    }
}

/// <param name="Namespace">Of the outermost declaring type.</param>
public sealed record CompiledType(
    string Name, string Namespace, IReadOnlySet<string> Uses, IReadOnlySet<string> Members, IReadOnlyList<MethodBody> Methods, IReadOnlyList<string> Interfaces);
