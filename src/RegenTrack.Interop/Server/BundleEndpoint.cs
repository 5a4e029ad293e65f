using Microsoft.AspNetCore.Http;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server.Scopes;

namespace RegenTrack.Interop.Server;

/// <summary>POST of a transaction or batch Bundle to the root.</summary>
internal static class BundleEndpoint
{
    public static async Task<FhirReply> Post(HttpContext http, DoorMap doors)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
            return FhirReply.NotSupported;
        if (QueryRules.Unknown(http.Request.Query) is { } unknown)
            return unknown;
        var (body, refused) = await FhirBody.Read(http);
        if (body is null)
            return refused!;
        if (body.Type != "Bundle")
            return TypeEndpoint.WrongType("Bundle");
        if (BundleRules.Check(body) is { Count: > 0 } broken)
            return FhirReply.Failed(400, broken);
        var (call, refusal) = Calls.Of(http, body);
        if (call is null)
            return refusal!;
        if (body.Root.Text("type") == "batch")
            return await Batch.Process(http, new FhirTransaction(body), doors, call);
        var references = new ConditionalReferences(doors, call);
        if (await references.Find(body.Root, "Bundle") is { } unresolved)
            return unresolved;
        var transaction = new FhirTransaction(references.Resolved(body));
        return await Transaction(transaction, doors, transaction.DependsOnWhatStands || transaction.Document != body ? call.AsSent(body.Bytes) : call);
    }

    private static async Task<FhirReply> Transaction(FhirTransaction transaction, DoorMap doors, FhirCall call)
    {
        if (await RestrictedTransaction.Refusal(transaction, doors, call) is { } forbidden)
            return forbidden;
        var accepting = doors.Transactions.Where(door => door.Accepts(transaction)).ToList();
        return accepting.Count switch
        {
            1 when !accepting[0].TakesConditions && transaction.Entries.FirstOrDefault(entry => entry.Condition is not null) is { } conditional =>
                FhirReply.Failed(400, ConditionNotTaken(conditional)),
            1 => await accepting[0].Process(transaction, call),
            0 => FhirReply.Unprocessable(Issue.Error(
                "not-supported",
                "transaction-not-recognised",
                "이 트랜잭션 Bundle이 무엇을 신청하거나 보고하는지 알 수 없습니다. /fhir/metadata와 연동 안내를 확인하십시오.",
                "It is not clear what this transaction Bundle files or reports. See /fhir/metadata and the connection guide.",
                "Bundle")),
            _ => FhirReply.Unprocessable(Issue.Error(
                "not-supported",
                "transaction-ambiguous",
                "이 트랜잭션 Bundle은 두 가지 이상의 업무로 읽힙니다. 업무마다 나누어 보내십시오.",
                "This transaction Bundle reads as more than one piece of business. Send one Bundle for each.",
                "Bundle")),
        };
    }

    private static Issue ConditionNotTaken(FhirEntry entry) => Issue.Error(
        "not-supported",
        "conditional-entry-not-supported",
        "이 업무의 트랜잭션은 조건부 항목을 받지 않습니다. 대신 Idempotency-Key를 쓰십시오.",
        "A transaction of this business takes no conditional entries. Use an Idempotency-Key instead.",
        $"{entry.Place}.request");
}
