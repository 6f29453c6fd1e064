using Investr.Domain;
using Investr.Domain.Auditing;
using Investr.Domain.Users;

namespace Investr.Application.Auditing;

/// <summary>
/// What the audit log will tell of the use case that runs now. The commit that makes a change writes it in the same transaction, so
/// that neither is there without the other.
/// </summary>
public sealed class AuditNote
{
    /// <summary>The code of a failure that is no refusal.</summary>
    public const string InternalFailure = "INTERNAL";

    /// <summary>The code of what was given up because nobody waits for it any longer.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Whether there is something to tell that was not written yet.</summary>
    public bool IsPending { get; private set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who asked.</summary>
    public UserId? Actor { get; private set; }

    /// <summary>What was asked for.</summary>
    public string Action { get; private set; } = "";

    /// <summary>What it is about.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What else there is to know.</summary>
    public string? Detail { get; private set; }

    /// <summary>How it ended.</summary>
    public AuditOutcome Outcome { get; private set; }

    /// <summary>Why, where it did not succeed.</summary>
    public string? Code { get; private set; }

    /// <summary>From where it was asked for.</summary>
    public AuditOrigin? Origin { get; private set; }

    /// <summary>Begins the note of one use case; what an earlier one left is forgotten.</summary>
    public void Begin(string action, string subject, DateTimeOffset at) =>
        (IsPending, Action, Subject, At, Actor, Detail, Outcome, Code, Origin) =
        (true, action, subject, at, null, null, AuditOutcome.Succeeded, null, null);

    /// <summary>Says who asked, where the request alone does not tell because they sign in with it.</summary>
    public void By(UserId? actor) => Actor = actor;

    /// <summary>Says who asked and from where.</summary>
    public void By(IViewer viewer)
    {
        Actor = viewer.Id;
        Origin = viewer.IpAddress is null && viewer.UserAgent is null ? null : AuditOrigin.Of(viewer.IpAddress, viewer.UserAgent);
    }

    /// <summary>Says what it is about, where only the handler finds out.</summary>
    public void Concerns(string subject) => Subject = subject;

    /// <summary>Says what else there is to know.</summary>
    public void Mention(string? detail) => Detail = detail;

    /// <summary>Leaves out from where it was asked for.</summary>
    public void ForgetOrigin() => Origin = null;

    /// <summary>Says that a rule did not allow it.</summary>
    public void Refuse(string code) => (Outcome, Code) = (AuditOutcome.Refused, code);

    /// <summary>Says that it ended with an exception.</summary>
    public void EndWith(Exception exception) => (Outcome, Code) = exception switch
    {
        RefusedException refused => (AuditOutcome.Refused, refused.Refusal.Code),
        NotSignedInException => (AuditOutcome.Refused, "AUTH_NOT_AUTHENTICATED"),
        OperationCanceledException => (AuditOutcome.Failed, Cancelled),
        _ => (AuditOutcome.Failed, InternalFailure),
    };

    /// <summary>It is in the log now, or there is nothing to tell after all.</summary>
    public void Close() => IsPending = false;
}
