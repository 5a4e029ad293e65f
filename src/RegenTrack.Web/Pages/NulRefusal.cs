using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace RegenTrack.Web.Pages;

/// <summary>Refuses what holds a zero character in its query or form: nobody types one, and PostgreSQL takes none in a text.</summary>
internal sealed class NulRefusal : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var (request, features) = (context.HttpContext.Request, context.HttpContext.Features);
        // The form was read when its token was checked; the page that tells of a refusal still has it.
        if (features.Get<IStatusCodeReExecuteFeature>() is null && (HasNul(request.Query) || HasNul(features.Get<IFormFeature>()?.Form ?? FormCollection.Empty)))
            context.Result = new BadRequestResult();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private static bool HasNul(IEnumerable<KeyValuePair<string, StringValues>> fields) => fields.Any(field => field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true));
}
