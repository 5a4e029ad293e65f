namespace RegenTrack.Submissions.Forms;

/// <summary>Days of law, first and last included.</summary>
public sealed record Period(DateOnly From, DateOnly Until);
