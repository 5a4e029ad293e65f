using System.Text.Json;
using RegenTrack.App.Applications;
using RegenTrack.App.Pipeline;
using RegenTrack.Domain.Applications;
using RegenTrack.Fhir;
using RegenTrack.Fhir.Json;
using RegenTrack.Interop.Server;

namespace RegenTrack.Interop.Applications;

/// <summary>A transaction Bundle that answers a supplement request: its Task completed, and a QuestionnaireResponse with an item for each thing asked for.</summary>
internal sealed class SupplementDoor : ITransactionDoor
{
    public bool Accepts(FhirTransaction transaction) => SupplementTask(transaction) is not null;

    public async Task<FhirReply> Process(FhirTransaction transaction, FhirCall call)
    {
        FhirEntry task = SupplementTask(transaction)!;
        if (task.Resource.Text("status") != "completed")
            return FhirReply.Unprocessable(Issue.Error("value", "supplement-not-completed", "보완 답변은 Task.status를 completed로 하여 보내십시오.", "Answer a supplement with Task.status completed.", task.At("status")));
        if (TaskIds.Supplement(task.Resource.Text("id") ?? task.Url.Split('/')[^1]) is not var (application, supplement)
            || await call.Ask(new GetOwnApplication(call.Actor, application)) is not { } detail || detail.Application.Supplement(supplement) is not { } request)
            return FhirReply.NotFound;
        if (transaction.First("QuestionnaireResponse") is not { } response)
            return FhirReply.Unprocessable(Issue.Error("required", "questionnaire-response-missing", "보완 답변(QuestionnaireResponse)이 없습니다.", "There is no QuestionnaireResponse with the answers.", "Bundle.entry"));

        var problems = new Problems();
        var documents = new MapDocuments(transaction, problems);
        List<SupplementAnswer> answers = [];
        foreach ((int index, JsonElement item) in response.Resource.Indexed("item"))
        {
            string key = item.Text("linkId") ?? "";
            string text = string.Join("\n", item.Items("answer").Select(answer => answer.Text("valueString")).OfType<string>());
            answers.Add(new SupplementAnswer(key, request.Items.FirstOrDefault(asked => asked.Key == key)?.LinkId ?? "", text, documents.Of(item, response.At($"item[{index}]"))));
        }

        if (problems.Issues.Count > 0)
            return FhirReply.Unprocessable(problems.Issues);
        CommandOutcome outcome = await call.Send(new AnswerSupplement(new(application), supplement, answers), files: documents.Files);
        return outcome is CommandOutcome.Accepted accepted
            ? FhirReply.Transaction(transaction.Entries.Select(entry => entry.Type == "Task" ? new TransactionLine(200, $"Task/{TaskIds.Of(application, supplement)}", accepted.Version) : new TransactionLine(201)))
            : FhirReply.Refused(outcome, field => field is not null && field.StartsWith("Answers.", StringComparison.Ordinal) ? response.At($"item.where(linkId='{field["Answers.".Length..]}')") : task.At());
    }

    private static FhirEntry? SupplementTask(FhirTransaction transaction) =>
        transaction.First("Task", task => task.CodeIn(ApplicationCodes.TaskCode, "code") == ApplicationCodes.SupplementRequest) is { Method: "PUT" } task
        && transaction.Entries.All(entry => entry == task || entry.Method == "POST") ? task : null;
}
