using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using RegenTrack.App.Pipeline;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;
using RegenTrack.Interop.Server.Search;

namespace RegenTrack.Interop.Server.Exports;

/// <summary><c>$export</c>: of everything, of all patients, of a group's members. Answers where its state is told.</summary>
internal static class ExportEndpoint
{
    private const int MostMembers = 10_000;
    private const int MostFilters = 100;

    public static Task<FhirReply> OfAll(HttpContext http, DoorMap doors) => Begin(http, doors, ExportKind.System, null);

    public static Task<FhirReply> OfPatients(HttpContext http, DoorMap doors) => Begin(http, doors, ExportKind.Patient, null);

    public static Task<FhirReply> OfGroup(HttpContext http, DoorMap doors, string id) => Begin(http, doors, ExportKind.Group, id);

    private static Issue TooMany => Issue.Error(
        "throttled", "export-too-many", "이 시스템이 요청한 내보내기가 아직 진행 중입니다. 끝나기를 기다리거나 취소하십시오.", "Exports of this client are still under way. Wait for them, or cancel one.");

    private static async Task<FhirReply> Begin(HttpContext http, DoorMap doors, ExportKind kind, string? group)
    {
        var (asked, body, refused) = await ExportParameters.Read(http);
        if (asked is null)
            return refused!;
        var (call, refusal) = Calls.Of(http, body);
        if (call is null)
            return refusal!;
        if (call.Actor.Institution is not { } institution)
            return FhirReply.NotFound;
        var (members, absent) = group is null ? ([], null) : await Members(group, doors, call);
        if (members is null)
            return absent!;
        var (types, forbidden) = Types(asked.Types, kind, doors, call.Scopes);
        if (types is null)
            return forbidden!;
        var (filters, leftOut, wrong) = Filters(asked.Filters, [.. types.Where(doors.IsStored)], new SearchSetting(call.Base, call.Now, doors.IsStored), QueryRules.IsLenient(http.Request));
        if (wrong.Count > 0)
            return FhirReply.Failed(400, wrong);
        var order = new ExportOrder(
            Ids.New("export"), call.Actor.Id, institution, call.Scopes.ToString(), $"{call.Base}{http.Request.Path.Value![FhirServer.Root.Length..]}{http.Request.QueryString}", kind, types, members, asked.Since, filters, call.Base);
        if (!await call.Service<ExportStore>().Accept(order, call.Now, call.Service<IOptions<ExportOptions>>().Value, call.CancellationToken))
            return FhirReply.Failed(429, TooMany) with { Headers = [("Retry-After", "60")] };
        call.Service<ExportWork>().Wake();
        IReadOnlyList<Issue> warnings = [.. asked.Warnings, .. leftOut];
        return new FhirReply(202, warnings.Count > 0 ? OperationOutcome.Of(warnings) : null) { Headers = [("Content-Location", $"{call.Base}/$export-status/{order.Id}")] };
    }

    /// <summary>The searches that narrow types, or what is wrong. What cannot be asked is left out only for who prefers that.</summary>
    private static (IReadOnlyList<string> Filters, IReadOnlyList<Issue> LeftOut, IReadOnlyList<Issue> Wrong) Filters(IReadOnlyList<string> asked, IReadOnlyList<string> types, SearchSetting setting, bool isLenient)
    {
        if (asked.Count > MostFilters)
            return ([], [], [Issue.Error("too-costly", "search-too-many-parameters", $"{TypeFilter.Name}의 조건은 {MostFilters}개까지입니다.", $"There are at most {MostFilters} searches in {TypeFilter.Name}.")]);
        var read = asked.Select(text => TypeFilter.Read(text, types, setting)).ToList();
        List<Issue> wrong = [.. read.SelectMany(one => one.Wrong), .. isLenient ? [] : read.SelectMany(one => one.Unknown).Select(issue => issue with { Severity = Severity.Error })];
        return (
            [.. read.Where(one => one.Filter.Conditions is not null).Select(one => one.Filter.Text)],
            [.. read.SelectMany(one => one.Unknown).Select(issue => issue with { Severity = Severity.Warning, Expression = $"http.{TypeFilter.Name}" })],
            [.. wrong.Select(issue => issue with { Expression = $"http.{TypeFilter.Name}" })]);
    }

    /// <summary>The patients of a group that the caller may read.</summary>
    private static async Task<(IReadOnlyList<string>? Members, FhirReply? Refusal)> Members(string id, DoorMap doors, FhirCall call)
    {
        var scope = call.Scopes.For("Group", Interactions.Read);
        if (!scope.Allowed)
            return (null, FhirReply.Failed(403, ScopeGate.ExportRefusal("Group")));
        var own = call with { Restrictions = scope.Restrictions };
        if (doors.Resource("Group") is not { } door || (await RestrictedDoor.For(door, own).Read(id, own)).Stored?.Body is not { } body)
            return (null, FhirReply.NotFound);
        using var resource = System.Text.Json.JsonDocument.Parse(body);
        string[] members = [.. resource.RootElement.Items("member").Where(member => member.Flag("inactive") != true).Select(member => member.ReferenceTo("Patient", "entity")).OfType<string>().Distinct()];
        return members.Length <= MostMembers ? (members, null) : (null, FhirReply.Failed(400, Issue.Error(
            "too-costly", "export-group-too-large", $"구성원이 {MostMembers}명을 넘는 그룹은 내보낼 수 없습니다. 나누십시오.", $"A group of more than {MostMembers} members cannot be exported. Divide it.")));
    }

    /// <summary>What is exported; a type that is named must be there and allowed.</summary>
    private static (IReadOnlyList<string>? Types, FhirReply? Refusal) Types(IReadOnlyList<string> named, ExportKind kind, DoorMap doors, GrantedScopes scopes)
    {
        List<string> there = [.. doors.Types.Where(type => ExportPages.Derives(type) || (doors.IsStored(type) && (kind == ExportKind.System || PatientCompartment.Has(type))))];
        if (named.Except(there).Any())
            return (null, ExportParameters.Wrong("_type", string.Join(", ", there)));
        if (named.FirstOrDefault(type => !ExportFilter.Allows(scopes, type)) is { } closed)
            return (null, FhirReply.Failed(403, ScopeGate.ExportRefusal(closed)));
        List<string> types = [.. there.Where(type => (named.Count == 0 || named.Contains(type)) && ExportFilter.Allows(scopes, type))];
        return types.Count > 0 ? (types, null) : (null, FhirReply.Failed(403, ScopeGate.ExportRefusal(Scope.AnyType)));
    }
}
