using System.Diagnostics;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Kernel;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Pages;

/// <summary>Base of every page: who asks, in which language, and the way to send a command.</summary>
public abstract class RegenPage : PageModel
{
    private string? _commandId;

    public Actor Actor => HttpContext.Actor();

    /// <summary><c>ko</c> or <c>en</c>.</summary>
    public string Language => PageLanguage.Of(HttpContext);

    public IMediator Mediator => HttpContext.RequestServices.GetRequiredService<IMediator>();

    /// <summary>The id of the intention behind this form: the same form sent twice is one intention.</summary>
    public string CommandId => _commandId ??= PostedCommandId() ?? Guid.CreateVersion7().ToString();

    /// <summary>What came of the last command that was sent.</summary>
    public CommandOutcome? Outcome { get; private set; }

    public string T(string korean, string english) => Language == "en" ? english : korean;

    public string T(Bilingual text) => text.In(Language);

    /// <summary>The page again; with a status of 422 when a field is wrong.</summary>
    public override PageResult Page()
    {
        if (!ModelState.IsValid && Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return base.Page();
    }

    /// <summary>Sends a command; true when accepted. Everything else becomes messages at the field or in the summary (<c>_Errors</c>), and a status of 404, 409 or 422.</summary>
    /// <param name="expectedVersion">The version the page showed; somebody else's change since then is a conflict.</param>
    /// <param name="part">Tells commands of one type apart when one form sends several.</param>
    protected async Task<bool> Send<TCommand>(TCommand command, long? expectedVersion = null, string? reason = null, DateTimeOffset? observedAt = null, string? part = null)
        where TCommand : notnull
    {
        var envelope = new Envelope<TCommand>(command, Actor, string.Join(':', CommandId, typeof(TCommand).Name, part).TrimEnd(':'))
        {
            ExpectedVersion = expectedVersion,
            Reason = reason,
            ObservedAt = observedAt,
            CorrelationId = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier,
        };
        Outcome = await Mediator.Send(envelope, HttpContext.RequestAborted);
        Response.StatusCode = Outcome switch
        {
            CommandOutcome.Refused refused => Refuse(refused.Refusals),
            CommandOutcome.Invalid invalid => Refuse(invalid.Refusals),
            CommandOutcome.Conflict => Refuse([Conflicts.SomeoneWasFaster], StatusCodes.Status409Conflict),
            CommandOutcome.Absent => Refuse([Conflicts.Gone], StatusCodes.Status404NotFound),
            _ => StatusCodes.Status200OK,
        };
        return Outcome is CommandOutcome.Accepted;
    }

    /// <summary>Shows refusals at the field that they name (<c>Reason</c> or <c>Input.Reason</c>), or in the summary.</summary>
    /// <returns>The status of the response afterwards: unchanged when nothing is refused.</returns>
    protected int Refuse(IEnumerable<Refusal> refusals, int status = StatusCodes.Status422UnprocessableEntity)
    {
        foreach (var refusal in refusals)
        {
            var rule = refusal.Rule is null ? "" : $" [{refusal.Rule.Id}]";
            ModelState.AddModelError(KeyOf(refusal.Field), $"{T(refusal.Message)}{rule}");
            Response.StatusCode = status;
        }

        return Response.StatusCode;
    }

    private string KeyOf(string? field) => field is null
        ? ""
        : ModelState.Keys.FirstOrDefault(key => key.Equals(field, StringComparison.OrdinalIgnoreCase))
            ?? ModelState.Keys.FirstOrDefault(key => key.EndsWith($".{field}", StringComparison.OrdinalIgnoreCase))
            ?? (GetType().GetProperty(field) is null ? "" : field);

    private string? PostedCommandId() =>
        Request.HasFormContentType && Guid.TryParse(Request.Form[Shared.CommandForm.CommandIdField], out var id) ? id.ToString() : null;
}
