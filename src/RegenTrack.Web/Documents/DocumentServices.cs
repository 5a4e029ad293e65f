using RegenTrack.Interop;
using RegenTrack.Submissions.Rendering;
using RegenTrack.Web.Auth;

namespace RegenTrack.Web.Documents;

/// <summary>The documents of the way, made on request from the recorded facts.</summary>
public static class DocumentServices
{
    /// <summary>Starts nothing: the engine's process begins with the first document.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptions<DocumentOptions>().BindConfiguration(DocumentOptions.Section);
        return services
            .AddSingleton(_ => new TypstRenderer())
            .AddSingleton<SyntheticMark>()
            .AddSingleton<DocumentAnswer>()
            .AddSingleton<ApplicationForms>()
            .Door<BinaryDoor>()
            .AddSingleton<IDocumentRenderer>(provider => new DocumentCache(provider.GetRequiredService<TypstRenderer>()));
    }

    public static void MapDocuments(this WebApplication app)
    {
        var documents = app.MapGroup("/documents").WithMetadata(new RequiresPermissionAttribute(App.Pipeline.Permission.ReadDocuments));
        documents.MapGet("/treatment-plan/{application}.pdf", TreatmentPlanDocument.Answer);
        documents.MapGet("/review-result/{application}.pdf", ReviewResultDocument.Answer);
    }
}
