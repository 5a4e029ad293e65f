#pragma warning disable CA1822, IDE0060
namespace RegenTrack.Planted.Alpha
{
    public sealed class ReadsTheClock
    {
        public DateTimeOffset When() => DateTimeOffset.UtcNow;
    }

    public sealed class DrawsLots
    {
        public int Draw() => new Random(1).Next();
    }

    public static class ThrowingFold
    {
        public static int Evolve(int state, object stored) => stored is string ? state + 1 : throw new InvalidOperationException();
    }

    public static class OpenFold
    {
        public static int Evolve(int state, DayOfWeek stored) => stored switch
        {
            DayOfWeek.Monday => state,
            DayOfWeek.Tuesday => state + 1,
            DayOfWeek.Wednesday => state + 2,
            DayOfWeek.Thursday => state + 3,
            DayOfWeek.Friday => state + 4,
            DayOfWeek.Saturday => state + 5,
            DayOfWeek.Sunday => state + 6,
            _ => throw new ArgumentOutOfRangeException(nameof(stored)),
        };
    }

    public sealed class LooksIntoBeta
    {
        public IReadOnlyList<Beta.Private> Peek() => [];

        public Beta.Published.Fact? Allowed() => null;
    }

    public sealed class SendsFromInside(MediatR.IMediator mediator)
    {
        public Task Send() => mediator.Publish(new Happened());

        private sealed record Happened : MediatR.INotification;
    }
}

namespace RegenTrack.Planted.Beta
{
    public sealed class Private;
}

namespace RegenTrack.Planted.Beta.Published
{
    public sealed class Fact;
}
