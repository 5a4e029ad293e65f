using RegenTrack.Fhir;

namespace RegenTrack.Interop.Server;

/// <summary>What the server does with one resource type. A door overrides the interactions that it supports; the capability statement lists exactly those.</summary>
public interface IResourceDoor
{
    /// <summary>The resource type, e.g. <c>Procedure</c>. One door a type.</summary>
    string Type { get; }

    /// <summary>Whether what is read here never changes: then it has one version, which is its whole history.</summary>
    bool NeverChanges => false;

    /// <summary>GET Type/id, of what is not rendered from streams.</summary>
    Task<FhirReply> Read(string id, FhirCall call) => Task.FromResult(FhirReply.NotSupported);

    /// <summary>POST Type. The body is structurally valid and of this type.</summary>
    Task<FhirReply> Create(FhirDocument body, FhirCall call) => Task.FromResult(FhirReply.NotSupported);

    /// <summary>PUT Type/id. The body is structurally valid, of this type, and carries this id; of what is rendered from streams, it exists and the caller sees it.</summary>
    Task<FhirReply> Update(string id, FhirDocument body, FhirCall call) => Task.FromResult(FhirReply.NotSupported);

    /// <summary>DELETE Type/id.</summary>
    Task<FhirReply> Delete(string id, FhirCall call) => Task.FromResult(FhirReply.NotSupported);
}

/// <summary>Search of one resource type. Parameters that the door does not name are refused before it is asked.</summary>
public interface ISearchDoor
{
    string Type { get; }

    /// <summary>Supported parameters by name; <c>_count</c>, <c>_format</c> and <c>_pretty</c> need not be named.</summary>
    IReadOnlyList<SearchParameter> Parameters { get; }

    /// <summary>Answers with <see cref="FhirReply.SearchSet"/>.</summary>
    Task<FhirReply> Search(FhirSearch search, FhirCall call);
}

/// <summary>A transaction Bundle that is one intention of a hospital, as a whole.</summary>
public interface ITransactionDoor
{
    /// <summary>Whether this transaction means what this door does. Exactly one door must say yes.</summary>
    bool Accepts(FhirTransaction transaction);

    /// <summary>Whether its entries may name resources by a search (<c>ifNoneExist</c>, <c>PUT Type?…</c>).</summary>
    bool TakesConditions => false;

    Task<FhirReply> Process(FhirTransaction transaction, FhirCall call);
}
