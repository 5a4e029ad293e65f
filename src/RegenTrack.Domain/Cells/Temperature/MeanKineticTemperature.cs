namespace RegenTrack.Domain.Cells.Temperature;

/// <summary>Mean kinetic temperature. Says nothing about cryogenic lots; shown beside the vendor's own value only.</summary>
public static class MeanKineticTemperature
{
    /// <summary>kJ/mol, the customary value where product data give none.</summary>
    public const double DefaultActivationEnergy = 83.144;

    private const double GasConstant = 8.3144e-3;
    private const double Kelvin = 273.15;

    /// <summary>In °C, readings evenly spaced; null without readings.</summary>
    public static double? Of(TemperatureLog log)
    {
        var celsius = log.Readings.Where(reading => reading.Celsius is not null).Select(reading => (double)reading.Celsius!.Value).ToList();
        if (celsius.Count == 0) return null;
        var energy = (double)(log.Summary.ActivationEnergy ?? (decimal)DefaultActivationEnergy) / GasConstant;
        return energy / -Math.Log(celsius.Average(value => Math.Exp(-energy / (value + Kelvin)))) - Kelvin;
    }
}
