using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace RegenTrack.Tests.Architecture;

/// <summary>A method as compiled.</summary>
/// <param name="Types">Full names of every type its signature and body name.</param>
/// <param name="Members">Members it calls or reads, as <c>Type::Name</c>.</param>
/// <param name="Creates">Members it calls with <c>newobj</c>, by type name.</param>
/// <param name="Throws">Whether it contains a throw of its own, or one that the compiler added for an open switch.</param>
public sealed record MethodBody(string Name, IReadOnlySet<string> Types, IReadOnlySet<string> Members, IReadOnlySet<string> Creates, bool Throws)
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    internal static MethodBody Read(PEReader file, MetadataReader metadata, MetadataNames names, MethodDefinition method)
    {
        var signature = method.DecodeSignature(names, null);
        var types = new HashSet<string>(signature.ParameterTypes.SelectMany(type => type).Concat(signature.ReturnType));
        var members = new HashSet<string>();
        var creates = new HashSet<string>();
        var throws = false;
        if (method.RelativeVirtualAddress != 0)
        {
            var body = file.GetMethodBody(method.RelativeVirtualAddress);
            if (!body.LocalSignature.IsNil)
            {
                types.UnionWith(metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null).SelectMany(local => local));
            }

            foreach (var (code, token) in Instructions(body.GetILReader()))
            {
                if (code == OpCodes.Throw)
                {
                    throws = true;
                    continue;
                }

                var (named, member) = names.Member((EntityHandle)MetadataTokens.Handle(token));
                types.UnionWith(named);
                members.Add(member);
                throws |= member.Contains("ThrowSwitchExpressionException", StringComparison.Ordinal);
                if (code == OpCodes.Newobj)
                {
                    creates.UnionWith(named);
                }
            }
        }

        return new MethodBody(metadata.GetString(method.Name), types, members, creates, throws);
    }

    private static List<(OpCode Code, int Token)> Instructions(BlobReader il)
    {
        var found = new List<(OpCode, int)>();
        while (il.RemainingBytes > 0)
        {
            short value = il.ReadByte();
            var code = OpCodesByValue[value == 0xFE ? unchecked((short)(0xFE00 | il.ReadByte())) : value];
            switch (code.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    found.Add((code, il.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = il.ReadInt32();
                    il.Offset += targets * 4;
                    break;
                default:
                    il.Offset += Size(code.OperandType);
                    if (code == OpCodes.Throw)
                    {
                        found.Add((code, 0));
                    }

                    break;
            }
        }

        return found;
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
