using Microsoft.Extensions.DependencyInjection;
using RegenTrack.App.Resources;
using RegenTrack.Interop.Applications;
using RegenTrack.Interop.Cells;
using RegenTrack.Interop.Notices;
using RegenTrack.Interop.Records;
using RegenTrack.Interop.Safety;
using RegenTrack.Interop.Sandbox;
using RegenTrack.Interop.Server;
using RegenTrack.Interop.Server.Provenances;
using RegenTrack.Interop.Treatments;
using RegenTrack.Interop.Trials.Fhir;

namespace RegenTrack.Interop;

/// <summary>Every context's FHIR doors and renderings, one line each.</summary>
public static class FhirDoors
{
    public static IServiceCollection AddFhirDoors(this IServiceCollection services) => services
        .Door<TrialResultsDoor>()
        .Door<EnrolmentDoor>()
        .Door<ConsentDoor>()
        .Door<PatientDoor>()
        .Door<ProcedureDoor>()
        .Door<AdverseEventDoor>()
        .Door<SubmissionDoor>()
        .Door<SupplementDoor>()
        .Door<IndicatorDoor>()
        .Door<SubscriptionDoor>()
        .Door<SubscriptionsDoor>()
        .Records()
        .Door<ProvenanceDoor>()
        .AddSingleton<IProvenanceSource, WriteProvenance>()
        .AddSingleton<IProvenanceSource, CustodyProvenance>()
        .Rendering<RenderTrial>()
        .Rendering<RenderLot>()
        .Rendering<RenderShipment>()
        .Rendering<RenderCase>()
        .Rendering<RenderAdverseEvent>()
        .Rendering<RenderApplication>()
        .Rendering<RenderSubscription>();

    private static IServiceCollection Records(this IServiceCollection services)
    {
        foreach (var type in KeptTypes.All)
            services.AddSingleton<IResourceDoor>(new RecordDoor(type));
        return services.Door<RecordsDoor>().Rendering<RenderRecord>();
    }

    private static IServiceCollection Rendering<TRendering>(this IServiceCollection services)
        where TRendering : class, IStreamRendering => services.AddSingleton<IStreamRendering, TRendering>();

    /// <summary>Registers a door for each of the three door interfaces it has.</summary>
    public static IServiceCollection Door<TDoor>(this IServiceCollection services)
        where TDoor : class
    {
        services.AddSingleton<TDoor>();
        foreach (var kind in new[] { typeof(IResourceDoor), typeof(ISearchDoor), typeof(ITransactionDoor) }.Where(kind => kind.IsAssignableFrom(typeof(TDoor))))
            services.AddSingleton(kind, provider => provider.GetRequiredService<TDoor>());
        return services;
    }
}
