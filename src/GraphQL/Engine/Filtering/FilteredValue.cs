using System.Linq.Expressions;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Filtering;

/// <summary>What a filter can be put to: a member, an item of a list.</summary>
/// <param name="Input">The filter's type.</param>
/// <param name="IsNullable">Whether the value may be null.</param>
/// <param name="Convert">Turns what a client gave into a value to compare with; null where it is one.</param>
/// <param name="Item">The items, where it is a list.</param>
internal sealed record FilterTarget(InputObjectType Input, bool IsNullable, Func<object?, object?>? Convert, FilterTarget? Item);

/// <summary>The expression of a value, on its way to the tests of it.</summary>
/// <param name="Value">The expression.</param>
/// <param name="Target">What the value is.</param>
/// <param name="IsNullable">Whether it may be null here.</param>
/// <param name="IsInMemory">Whether .NET compares, rather than a provider that translates.</param>
internal readonly record struct FilteredValue(Expression Value, FilterTarget Target, bool IsNullable, bool IsInMemory)
{
    public static FilteredValue Of(Expression value, FilterTarget target, bool isInMemory) => new(value, target, target.IsNullable, isInMemory);

    public Expression IsNull => Expression.Not(IsThere);

    private Expression IsThere => Value.Type.IsValueType
        ? Expression.Property(Value, nameof(Nullable<>.HasValue))
        : Expression.ReferenceNotEqual(Value, Expression.Constant(null, Value.Type));

    private Expression There => Value.Type.IsValueType ? Expression.Property(Value, nameof(Nullable<>.Value)) : Value;

    /// <summary>A test that null does not pass, and that need not think of it.</summary>
    public Expression Guarded(Func<FilteredValue, Expression> test) => IsNullable
        ? Expression.AndAlso(IsThere, test(this with { Value = There, IsNullable = false }))
        : test(this);

    /// <summary>What is read from a value that is there; null where it is not.</summary>
    public Expression IfThere(Func<Expression, Expression> read)
    {
        if (!IsNullable) return read(Value);

        var found = read(There);
        var type = found.Type.IsValueType && Nullable.GetUnderlyingType(found.Type) is null ? typeof(Nullable<>).MakeGenericType(found.Type) : found.Type;
        return Expression.Condition(IsThere, type == found.Type ? found : Expression.Convert(found, type), Expression.Constant(null, type));
    }

    public object? Converted(object? given) => Target.Convert is null || given is null ? given : Target.Convert(given);

    /// <summary>What a client gave, to compare with.</summary>
    public Expression Given(object given) => Parameter(Value.Type, Converted(given));

    /// <summary>A value that a provider sends beside its query, as it does with a variable of a lambda, so that one translation serves all values.</summary>
    public static Expression Parameter(Type type, object? value) =>
        Expression.Property(Expression.Constant(Activator.CreateInstance(typeof(GivenValue<>).MakeGenericType(type), value)), nameof(GivenValue<>.Value));

    private sealed record GivenValue<T>(T Value);
}
