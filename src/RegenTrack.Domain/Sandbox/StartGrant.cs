using RegenTrack.Domain.Kernel;
using RegenTrack.Domain.Sandbox.Published;

namespace RegenTrack.Domain.Sandbox;

/// <summary>Record the day on which provision under the exemption starts.</summary>
public sealed record StartGrant(GrantId Grant, DateOnly StartedOn)
{
    public static Outcome<GrantEvent> Decide(Grant state, StartGrant command, Circumstances at)
    {
        if (!state.Exists)
            return SandboxRefusals.UnknownGrant;
        if (state.StartedOn is { } started)
            return started == command.StartedOn ? Outcome<GrantEvent>.Accept() : AlreadyStarted;
        if (command.StartedOn > at.Today)
            return new Refusal("start-in-the-future", "시작일은 오늘보다 늦을 수 없습니다.", "The start cannot be in the future.", null, nameof(StartedOn));
        if (!state.Facts().InForceOn(command.StartedOn))
            return new Refusal("start-outside-validity", "시작일이 유효기간 밖입니다.", "The start lies outside the validity.", SandboxRules.Validity, nameof(StartedOn));
        if (state.Insurance is null || !state.Insurance.CoversOn(command.StartedOn))
            return new Refusal("insurance-not-proven", "시작일을 보장하는 책임보험 증명이 없습니다. 먼저 보험을 등록하세요.", "No proof of liability insurance covers the start. Record the insurance first.", SandboxRules.Insurance, nameof(StartedOn));
        return new GrantStarted(command.Grant, command.StartedOn);
    }

    private static readonly Refusal AlreadyStarted = new(
        "grant-already-started", "이미 다른 날에 시작한 규제특례입니다.", "This exemption already started on another day.", null, nameof(StartedOn));
}
