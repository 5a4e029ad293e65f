using RegenTrack.App.Notices;
using RegenTrack.App.Resources;

namespace RegenTrack.Interop.Notices;

/// <summary>A change with what is said of it.</summary>
/// <param name="IsShown">Whether more than its number may be said.</param>
/// <param name="Resource">As it then was; null when it is not to be told, or may not be.</param>
internal sealed record ToldNotice(QueuedNotice Notice, bool IsShown, StoredResource? Resource);
