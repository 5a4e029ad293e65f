namespace RegenTrack.Interop.Server.Access;

/// <summary>One access to the FHIR API: who did what when, from where, and whom it touched. Never a value of a query or of a resource.</summary>
/// <param name="At">When the request arrived, UTC.</param>
/// <param name="Interaction">Code of http://hl7.org/fhir/restful-interaction.</param>
/// <param name="Type">A resource type of R4, or null.</param>
/// <param name="Id">A well-formed id that was asked for, or null.</param>
/// <param name="Subjects">Pseudonyms of the people that the answer shows or the request names.</param>
/// <param name="Status">Of HTTP; 499 when the caller left before the answer.</param>
/// <param name="Parameters">Names of query parameters.</param>
/// <param name="RequestId">The caller's own when it sent one, else ours.</param>
/// <param name="Source">Network address.</param>
public sealed record AccessRecord(
    DateTimeOffset At, string Client, string Institution, string Interaction, string? Type, string? Id, IReadOnlyList<string> Subjects, int Status,
    IReadOnlyList<string> Parameters, string RequestId, string? Source);

/// <summary>Keeps accesses. What it has taken is durable.</summary>
public interface IAccessLog
{
    /// <summary>Returns once the record is kept; throws when it could not be.</summary>
    Task Keep(AccessRecord access);
}
