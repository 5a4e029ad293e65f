using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Treatments;

/// <summary>Where a pseudonymous subject is enrolled; for a hospital's system only its own.</summary>
public sealed record FindSubject(Actor Actor, string Subject) : IQuery<SubjectPlace>
{
    public static async Task<SubjectPlace?> Answer(FindSubject query, QueryContext context, CancellationToken cancellation)
    {
        await using var command = context.Database.CreateCommand("select institution from treatment_case_board where subject = $1 limit 1");
        command.Parameters.Add(new() { Value = query.Subject });
        return await command.ExecuteScalarAsync(cancellation) is string institution
            && (query.Actor.Role != Role.HospitalSystem || query.Actor.Institution == institution)
            ? new SubjectPlace(query.Subject, institution)
            : null;
    }
}

/// <summary>A pseudonym and its institution.</summary>
public sealed record SubjectPlace(string Subject, string Institution);
