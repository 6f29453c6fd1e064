namespace Investr.Domain;

/// <summary>A rule's answer to something it does not allow: a stable code, a sentence, and the facts behind it.</summary>
/// <param name="Code">A stable, machine-readable code in upper snake case, such as INSUFFICIENT_QUANTITY.</param>
public abstract record Refusal(string Code)
{
    /// <summary>Why, in a sentence that may be shown to whoever asked.</summary>
    public abstract string Message { get; }
}
