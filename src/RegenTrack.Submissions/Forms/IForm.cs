using RegenTrack.Submissions.Rendering;

namespace RegenTrack.Submissions.Forms;

/// <summary>The data of one official form. Names of people are put in when it is set, and nowhere kept.</summary>
public interface IForm
{
    static abstract DocumentTemplate Template { get; }

    /// <summary>The instant of the fact that the form documents; becomes the creation time of the file.</summary>
    DateTimeOffset CreatedAt { get; }
}
