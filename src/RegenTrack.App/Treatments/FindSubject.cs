using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Treatments;

/// <summary>Where a pseudonymous subject is enrolled; for a hospital's system only its own.</summary>
public sealed record FindSubject(Actor Actor, string Subject) : IQuery<SubjectPlace>
{
    public static async Task<SubjectPlace?> Answer(FindSubject query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand("select institution, case_id from treatment_case_board where subject = $1 order by enrolled_on, case_id limit 1");
        command.Parameters.Add(new() { Value = query.Subject });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) && (query.Actor.Role != Role.HospitalSystem || query.Actor.Institution == reader.GetString(0))
            ? new SubjectPlace(query.Subject, reader.GetString(0), reader.GetString(1))
            : null;
    }
}

/// <summary>A pseudonym, its institution, and its first enrolment.</summary>
public sealed record SubjectPlace(string Subject, string Institution, string Case);
