using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using RegenTrack.Fhir.Checking;
using RegenTrack.Fhir.Definitions;
using RegenTrack.Fhir.FhirPath;
using RegenTrack.Fhir.Validation.Profiles;

namespace RegenTrack.Fhir.Validation;

/// <summary>One validation of one document: where it stands, what it found.</summary>
internal sealed class Session
{
    private readonly ReadOnlyMemory<byte> document;
    private readonly IssueLog log;
    private readonly JsonElement root;
    private readonly Scratch scratch = Scratch.Take();
    private ProfileWalk? walk;
    private int trials;
    private bool failed;

    public Session(ReadOnlyMemory<byte> document, JsonElement root, ProfileSet profiles, FhirPathContext context, int limit)
    {
        this.document = document;
        this.root = root;
        log = new IssueLog(limit);
        Profiles = profiles;
        PathContext = context;
    }

    public ProfileSet Profiles { get; }

    public Catalogue Catalogue => Profiles.Catalogue;

    public FhirPathContext PathContext { get; }

    public ProfileWalk Walk => walk ??= new ProfileWalk(this);

    public Steps Steps => scratch.Steps;

    /// <summary>The addresses of the extensions around the place.</summary>
    public Stack<string?> Extensions => scratch.Extensions;

    /// <summary>The innermost resource.</summary>
    public Frame? Frame { get; set; }

    public IReadOnlyList<Issue> Issues => log.Issues;

    public bool IsTrial => trials > 0;

    /// <summary>True when nothing more can come of going on.</summary>
    public bool IsOver => log.Full || (IsTrial && failed);

    public void Report(Issue issue, JsonElement at)
    {
        if (IsTrial)
            failed |= issue.IsError;
        else
            log.Add(issue, Steps.Expression, document.Span, Offset(at));
    }

    /// <summary>Whether a check finds no error; what it finds is not reported.</summary>
    public bool Try<T>(T state, Action<Session, T> check)
    {
        var before = failed;
        failed = false;
        trials++;
        check(this, state);
        trials--;
        var fits = !failed;
        failed = before;
        return fits;
    }

    public List<Item> Rent() => scratch.Lists.TryPop(out var list) ? list : new List<Item>(8);

    public void Return(List<Item> list)
    {
        list.Clear();
        scratch.Lists.Push(list);
    }

    /// <summary>Leaves what can be used again to the next validation on this thread.</summary>
    public void End() => Scratch.Leave(scratch);

    /// <summary>Where an element of the document starts, in bytes.</summary>
    private int Offset(JsonElement at)
    {
        if (at.ValueKind == JsonValueKind.Undefined)
            return 0;
        var start = document.Span.IndexOf((byte)'{');
        ref var from = ref MemoryMarshal.GetReference(JsonMarshal.GetRawUtf8Value(root));
        return start + (int)Unsafe.ByteOffset(ref from, ref MemoryMarshal.GetReference(JsonMarshal.GetRawUtf8Value(at)));
    }
}
