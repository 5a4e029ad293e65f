using RegenTrack.App.Pipeline;

namespace RegenTrack.App.Sandbox;

/// <summary>What the sandbox context declares.</summary>
public static class SandboxContext
{
    public static void Register(AppModel model)
    {
        GrantStream.Register(model);
        model.View(new GrantBoard());
        model.View(new ProofRegister());
        model.View(new ClockRegister());
        model.Query<GetProof, Proof>(Permission.ReadSandbox, GetProof.Answer);
        model.Query<GetIndicators, Indicators>(Permission.ReadTreatments, GetIndicators.Answer);
        model.Query<ListGrants, GrantList>(Permission.ReadSandbox, GrantBoard.List);
        model.Query<GetGrant, GrantDetail>(Permission.ReadSandbox, GetGrant.Answer);
    }
}
