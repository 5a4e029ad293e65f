namespace RegenTrack.Fhir.FhirPath.Types;

/// <summary>A type as an expression names it: <c>System.String</c>, <c>FHIR.Patient</c>, or a bare name that may mean either.</summary>
internal sealed class TypeSpecifier
{
    private TypeSpecifier(string text, FhirType? fhir, SystemType system, SystemType loose)
    {
        Text = text;
        Fhir = fhir;
        System = system;
        Loose = loose;
    }

    public string Text { get; }

    public FhirType? Fhir { get; }

    public SystemType System { get; }

    /// <summary>A System type that a FHIR primitive of the same kind also satisfies, as R4's own invariants expect.</summary>
    public SystemType Loose { get; }

    public bool IsKnown => Fhir is not null || System != SystemType.None;

    public static TypeSpecifier Parse(string text, Dialect dialect = Dialect.Normative)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var (space, name) = dot < 0 ? ("", text) : (text[..dot], text[(dot + 1)..]);
        var fhir = space is "" or "FHIR" ? FhirType.Find(name) : null;
        var system = space is "" or "System" ? SystemTypes.ByName.GetValueOrDefault(name) : SystemType.None;
        return new TypeSpecifier(text, fhir, system, space.Length == 0 && fhir is null && dialect == Dialect.R4Definitions ? system : SystemType.None);
    }

    public bool Matches(FhirType type) =>
        (Fhir is not null && type.Is(Fhir)) || (Loose != SystemType.None && type.IsPrimitive && type.System == Loose);

    public bool Matches(SystemType type) => System != SystemType.None && System == type;

    public override string ToString() => Text;
}
