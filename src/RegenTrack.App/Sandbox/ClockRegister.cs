using RegenTrack.Domain.Applications;
using RegenTrack.EventStore;
using RegenTrack.EventStore.Views;

namespace RegenTrack.App.Sandbox;

/// <summary>The stretches in which an application's legal clock ran, first and last day inclusive; open while it runs.</summary>
public sealed class ClockRegister : TableView
{
    public override string Name => "proof_clock";

    // Statistics: nobody decides on them.
    public override bool IsAsynchronous => true;

    public override string Columns => "application text not null, first_day date not null, last_day date, stretch bigint not null, primary key (application, stretch)";

    public override void Project(StoredEvent stored, ViewWriter write)
    {
        switch (stored.Data)
        {
            case ReceiptConfirmed e:
                Run(write, stored, e.ReceivedOn);
                break;

            // The day of a request no longer counts, the day of an answer counts again.
            case SupplementRequested { AtIntake: false } e:
                Halt(write, stored, e.RequestedOn.AddDays(-1));
                break;
            case SupplementAnswered { ClockDue: not null } e:
                Run(write, stored, e.AnsweredOn);
                break;
            case ApplicationDecided e:
                Halt(write, stored, e.Decision.NoticeOn);
                break;
            case ApplicationReturned e:
                Halt(write, stored, e.ReturnedOn);
                break;
        }
    }

    private static void Run(ViewWriter write, StoredEvent stored, DateOnly first) =>
        write.Execute("insert into {table} values ($1, $2, null, $3) on conflict (application, stretch) do nothing", stored.StreamId, first, stored.Version);

    private static void Halt(ViewWriter write, StoredEvent stored, DateOnly last) =>
        write.Execute("update {table} set last_day = $2 where application = $1 and last_day is null", stored.StreamId, last);
}
