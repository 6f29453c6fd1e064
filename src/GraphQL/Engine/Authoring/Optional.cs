namespace Investr.GraphQL;

/// <summary>A value that tells what was left out from what was null.</summary>
public readonly record struct Optional<T>(T? Value, bool HasValue)
{
    /// <summary>A value that was given.</summary>
    public static implicit operator Optional<T>(T? value) => new(value, true);
}
