using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Trials.Published;

namespace RegenTrack.Domain.Trials;

/// <summary>Say that a results version no longer stands. It stays on file, marked, with the reason.</summary>
public sealed record WithdrawTrialResults(TrialId Trial, int Version, string Reason) : IShaped
{
    public IEnumerable<Refusal> Shape()
    {
        if (string.IsNullOrWhiteSpace(Reason))
            yield return new Refusal("reason-missing", "철회 사유를 적으십시오.", "Give the reason for the withdrawal.", field: nameof(Reason));
        else if (ResidentRegistrationNumber.AppearsIn(Reason))
            yield return ResidentRegistrationNumber.Refuse(nameof(Reason));
    }

    public static Outcome<TrialEvent> Decide(Trial state, WithdrawTrialResults command, Circumstances at)
    {
        if (!state.IsRegistered)
            return TrialRefusals.NotRegistered(command.Trial);
        ResultsVersion? version = state.Results.FirstOrDefault(results => results.Number == command.Version);
        if (version is null)
            return new Refusal("results-version-unknown", $"제{command.Version}판 결과가 없습니다.", $"There is no results version {command.Version}.", field: nameof(Version));
        if (version.WithdrawnBecause is not null)
            return Outcome<TrialEvent>.Accept();
        return new TrialResultsWithdrawn(command.Trial, command.Version, command.Reason.Trim());
    }
}
