namespace Investr.GraphQL;

/// <summary>What a mutation came to, told without throwing: its result, or errors for its payload.</summary>
public abstract class FieldResult
{
    private protected FieldResult(object? value, IReadOnlyList<object>? errors) => (Value, Errors) = (value, errors);

    internal object? Value { get; }

    /// <summary>The errors, one at least; null where there is a result.</summary>
    internal IReadOnlyList<object>? Errors { get; }

    private protected static IReadOnlyList<object> Some(IReadOnlyList<object> errors) =>
        errors.Count > 0 ? errors : throw new ArgumentException("What failed tells one error at least.", nameof(errors));
}

/// <summary>A <typeparamref name="T"/>, or errors of the types that the mutation's <see cref="ErrorAttribute{T}"/>s name.</summary>
public class FieldResult<T> : FieldResult
{
    /// <summary>A result.</summary>
    public FieldResult(T value) : base(value, errors: null)
    {
    }

    /// <summary>No result, but errors.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public FieldResult(params FieldError[] errors) : base(value: null, Some([.. errors.Select(error => error.Error)]))
    {
    }

    /// <summary>A result.</summary>
    public static implicit operator FieldResult<T>(T value) => new(value);

    /// <summary>An error.</summary>
    public static implicit operator FieldResult<T>(FieldError error) => new(error);
}

/// <summary>An error of a payload, told apart from a result whatever the two's types are.</summary>
public readonly record struct FieldError(object Error);

/// <summary>A <typeparamref name="T"/>, or errors of one type. The type needs no <see cref="ErrorAttribute{T}"/>.</summary>
public sealed class FieldResult<T, TError> : FieldResult<T> where TError : class
{
    /// <summary>A result.</summary>
    public FieldResult(T value) : base(value)
    {
    }

    /// <summary>No result, but an error or several.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public FieldResult(params TError[] errors) : base([.. errors.Select(error => new FieldError(error))])
    {
    }

    /// <summary>A result.</summary>
    public static implicit operator FieldResult<T, TError>(T value) => new(value);

    /// <summary>An error.</summary>
    public static implicit operator FieldResult<T, TError>(TError error) => new(errors: error);
}

/// <summary>A <typeparamref name="T"/>, or an error of one of two types. The types need no <see cref="ErrorAttribute{T}"/>.</summary>
public sealed class FieldResult<T, TError1, TError2> : FieldResult<T> where TError1 : class where TError2 : class
{
    /// <summary>A result.</summary>
    public FieldResult(T value) : base(value)
    {
    }

    private FieldResult(FieldError error) : base(error)
    {
    }

    /// <summary>A result.</summary>
    public static implicit operator FieldResult<T, TError1, TError2>(T value) => new(value);

    /// <summary>An error.</summary>
    public static implicit operator FieldResult<T, TError1, TError2>(TError1 error) => new(new FieldError(error));

    /// <summary>An error.</summary>
    public static implicit operator FieldResult<T, TError1, TError2>(TError2 error) => new(new FieldError(error));
}

/// <summary>A <typeparamref name="T"/>, or an error of one of three types. The types need no <see cref="ErrorAttribute{T}"/>.</summary>
public sealed class FieldResult<T, TError1, TError2, TError3> : FieldResult<T>
    where TError1 : class where TError2 : class where TError3 : class
{
    /// <summary>A result.</summary>
    public FieldResult(T value) : base(value)
    {
    }

    private FieldResult(FieldError error) : base(error)
    {
    }

    /// <summary>A result.</summary>
    public static implicit operator FieldResult<T, TError1, TError2, TError3>(T value) => new(value);

    /// <summary>An error.</summary>
    public static implicit operator FieldResult<T, TError1, TError2, TError3>(TError1 error) => new(new FieldError(error));

    /// <summary>An error.</summary>
    public static implicit operator FieldResult<T, TError1, TError2, TError3>(TError2 error) => new(new FieldError(error));

    /// <summary>An error.</summary>
    public static implicit operator FieldResult<T, TError1, TError2, TError3>(TError3 error) => new(new FieldError(error));
}
