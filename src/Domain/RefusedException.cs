namespace Investr.Domain;

/// <summary>A rule was about to be broken, and nothing was changed. The only exception that reaches clients as data.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Refuses, for one reason or for several that were found together.</summary>
    /// <param name="refusals">The reasons, at least one.</param>
    /// <exception cref="ArgumentException">No reason was given.</exception>
    public RefusedException(params IReadOnlyList<Refusal> refusals)
        : base(string.Join(' ', refusals.Select(refusal => refusal.Message)))
    {
        if (refusals.Count == 0) throw new ArgumentException("A refusal needs a reason.", nameof(refusals));
        Refusals = refusals;
    }

    /// <summary>Every reason, in the order in which they were found.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>The first reason.</summary>
    public Refusal Refusal => Refusals[0];
}
