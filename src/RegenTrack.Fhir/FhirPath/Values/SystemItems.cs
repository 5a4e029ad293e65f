using System.Globalization;
using System.Text;
using RegenTrack.Fhir.FhirPath.Types;

namespace RegenTrack.Fhir.FhirPath.Values;

/// <summary>A computed value.</summary>
internal abstract class SystemItem(SystemType type) : PathItem
{
    public SystemType Type => type;

    public override string TypeName => "System." + type;

    internal override PathItem Plain => this;

    internal override bool Is(TypeSpecifier specifier) => specifier.Matches(type);
}

internal sealed class BooleanItem : SystemItem
{
    public static readonly BooleanItem True = new(true);
    public static readonly BooleanItem False = new(false);

    private BooleanItem(bool value)
        : base(SystemType.Boolean) => Value = value;

    public bool Value { get; }

    public static BooleanItem Of(bool value) => value ? True : False;

    public override string ToString() => Value ? "true" : "false";
}

internal sealed class StringItem(string value) : SystemItem(SystemType.String)
{
    private byte[]? utf8;

    public string Value => value;

    public ReadOnlySpan<byte> Utf8 => utf8 ??= Encoding.UTF8.GetBytes(value);

    public override string ToString() => value;
}

/// <summary>A number.</summary>
internal abstract class NumberItem(SystemType type) : SystemItem(type)
{
    public abstract decimal Number { get; }
}

internal sealed class IntegerItem(int value) : NumberItem(SystemType.Integer)
{
    private static readonly IntegerItem[] Small = [.. Enumerable.Range(0, 64).Select(number => new IntegerItem(number))];

    public int Value => value;

    public override decimal Number => value;

    public static IntegerItem Of(int number) => (uint)number < (uint)Small.Length ? Small[number] : new IntegerItem(number);

    public override string ToString() => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A decimal; its scale is what was written (1.50 has two digits).</summary>
internal sealed class DecimalItem(decimal value) : NumberItem(SystemType.Decimal)
{
    public override decimal Number => value;

    public override string ToString() => value.ToString(CultureInfo.InvariantCulture);
}

internal sealed class MomentItem(Moment value) : SystemItem(value.Type)
{
    public Moment Value => value;

    public override string ToString() => value.ToString();
}

/// <summary>What <c>type()</c> answers.</summary>
internal sealed class TypeItem(string space, string name) : PathItem
{
    public string Space => space;

    public string Name => name;

    public override string TypeName => "System.TypeInfo";

    internal override PathItem Plain => this;

    public override string ToString() => space + '.' + name;

    internal override bool Is(TypeSpecifier type) => false;
}
