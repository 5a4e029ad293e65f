namespace RegenTrack.Web.Pages.Shared;

/// <summary>Model of <c>_Pager</c>: keyset paging has a way on and a way back to the start.</summary>
/// <param name="First">Link to the first page, or null on it.</param>
/// <param name="Next">Link to the next page, or null on the last.</param>
public sealed record Pager(string? First, string? Next)
{
    /// <summary>Links that keep the query and change only <c>after</c>.</summary>
    public static Pager For(HttpRequest request, string? next)
    {
        var others = request.Query.Where(field => field.Key != "after").ToList();
        var first = request.Query.ContainsKey("after") ? request.Path + QueryString.Create(others) : null;
        return new Pager(first, next is null ? null : request.Path + QueryString.Create(others).Add("after", next));
    }
}
