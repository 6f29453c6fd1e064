namespace Investr.Domain;

/// <summary>One field of an input that breaks a rule.</summary>
/// <param name="Path">Where it is, from the outermost field inwards; positions in a list are written as numbers.</param>
/// <param name="Message">What is wrong with it and what would be right.</param>
public sealed record InputFault(IReadOnlyList<string> Path, string Message)
{
    /// <summary>The same fault of an input that is itself part of a larger one.</summary>
    /// <param name="outer">The path of the part within the larger input.</param>
    public InputFault Under(params IEnumerable<string> outer) => this with { Path = [.. outer, .. Path] };
}

/// <summary>One or more fields of an input break a rule.</summary>
/// <param name="Faults">Every fault that was found, not just the first.</param>
public sealed record ValidationRefusal(IReadOnlyList<InputFault> Faults) : Refusal("VALIDATION")
{
    /// <summary>A single fault of a single field.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="message">What is wrong with it.</param>
    public ValidationRefusal(string field, string message)
        : this([new InputFault([field], message)])
    {
    }

    /// <inheritdoc/>
    public override string Message =>
        string.Join(' ', Faults.Select(fault => $"{string.Join('.', fault.Path)}: {fault.Message}"));
}

/// <summary>What was asked for does not exist, or the one who asks may not know that it does.</summary>
/// <param name="What">The kind of thing, such as "portfolio".</param>
public sealed record NotFound(string What) : Refusal("NOT_FOUND")
{
    /// <inheritdoc/>
    public override string Message => $"There is no such {What}.";
}

/// <summary>Someone else changed the thing since the caller read it, or the same key was used for something else.</summary>
/// <param name="Reason">What clashed, as a sentence.</param>
public sealed record Conflict(string Reason) : Refusal("CONFLICT")
{
    /// <inheritdoc/>
    public override string Message => Reason;
}
