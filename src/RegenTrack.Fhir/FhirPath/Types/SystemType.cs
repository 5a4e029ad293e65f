using System.Collections.Frozen;

namespace RegenTrack.Fhir.FhirPath.Types;

/// <summary>The System types of FHIRPath.</summary>
internal enum SystemType
{
    None,
    Boolean,
    String,
    Integer,
    Decimal,
    Date,
    DateTime,
    Time,
    Quantity,
}

internal static class SystemTypes
{
    public static readonly FrozenDictionary<string, SystemType> ByName =
        Enum.GetValues<SystemType>().Where(type => type != SystemType.None).ToFrozenDictionary(type => type.ToString(), StringComparer.Ordinal);

    /// <summary>What a FHIR primitive becomes.</summary>
    public static SystemType OfPrimitive(string fhirType) => fhirType switch
    {
        "boolean" => SystemType.Boolean,
        "integer" or "unsignedInt" or "positiveInt" => SystemType.Integer,
        "decimal" => SystemType.Decimal,
        "date" => SystemType.Date,
        "dateTime" or "instant" => SystemType.DateTime,
        "time" => SystemType.Time,
        _ => SystemType.String,
    };
}
