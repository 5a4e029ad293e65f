namespace RegenTrack.Submissions.Rendering;

/// <summary>No document came out. The message says which template and what to do, and holds no value of the data.</summary>
public sealed class RenderingException(string message, Exception? inner = null) : Exception(message, inner);
