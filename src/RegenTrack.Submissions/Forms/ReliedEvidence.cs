namespace RegenTrack.Submissions.Forms;

/// <summary>Evidence that a plan relies on, as a form prints it.</summary>
/// <param name="Reference">Registry number or citation, e.g. <c>NCT09000001</c>.</param>
/// <param name="Sandbox">It counts only by a sandbox exemption.</param>
/// <param name="Grant">Number of that exemption.</param>
public sealed record ReliedEvidence(string Title, string Reference, bool Sandbox, string? Grant = null);
