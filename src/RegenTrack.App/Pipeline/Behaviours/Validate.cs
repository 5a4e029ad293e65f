using System.Text;
using System.Text.Json;
using MediatR;
using RegenTrack.Domain.Kernel;

namespace RegenTrack.App.Pipeline.Behaviours;

/// <summary>Shape only, after authorisation so that strangers learn nothing, and before any database work.</summary>
internal sealed class Validate<TCommand>(TimeProvider time) : IPipelineBehavior<Envelope<TCommand>, CommandOutcome>
    where TCommand : notnull
{
    // Clocks of hospitals and tablets differ a little from ours.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public Task<CommandOutcome> Handle(Envelope<TCommand> request, CancellationToken cancellationToken, RequestHandlerDelegate<CommandOutcome> next)
    {
        var faults = Faults(request).ToList();
        return faults.Count == 0 ? next() : Task.FromResult<CommandOutcome>(new CommandOutcome.Invalid(faults));
    }

    private IEnumerable<Refusal> Faults(Envelope<TCommand> request)
    {
        if (request.ObservedAt > time.GetUtcNow() + ClockSkew)
        {
            yield return new Refusal("observed-in-the-future", "발생 시각이 미래입니다. 기기의 시계를 확인하십시오.", "The time of the event lies in the future. Check the device's clock.", null, nameof(request.ObservedAt));
        }

        if (NamesResident(request.Command) || ResidentRegistrationNumber.AppearsIn(request.Reason ?? ""))
        {
            yield return ResidentRegistrationNumber.Refuse();
        }

        if (request.Command is IShaped shaped)
        {
            foreach (var fault in shaped.Shape())
            {
                yield return fault;
            }
        }
    }

    // Each text as it was typed: beside an escape, such as that of a line break, the number would not be known.
    private static bool NamesResident(TCommand command)
    {
        var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(command, EventJson.Options));
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Number
                && ResidentRegistrationNumber.AppearsIn(reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : reader.GetString()!))
            {
                return true;
            }
        }

        return false;
    }
}
