namespace RegenTrack.Domain.Kernel;

/// <summary>A command that can tell, without any state, whether it is well formed: required fields, ranges, formats.</summary>
public interface IShaped
{
    /// <summary>One refusal for each malformed field; none when well formed.</summary>
    IEnumerable<Refusal> Shape();
}
