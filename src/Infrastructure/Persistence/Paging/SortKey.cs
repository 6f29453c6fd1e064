using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Investr.Infrastructure.Persistence.Loaders;

namespace Investr.Infrastructure.Persistence.Paging;

/// <summary>One of the keys by which a list is sorted.</summary>
internal abstract class SortKey<T>
{
    public abstract IQueryable<T> Sort(IQueryable<T> items, bool first, bool backwards);

    public abstract Expression Beyond(ParameterExpression item, JsonElement value, bool backwards);

    public abstract Expression Same(ParameterExpression item, JsonElement value);

    public abstract JsonElement ValueOf(T item);

    public abstract bool CanRead(JsonElement value);
}

internal sealed class SortKey<T, TKey>(Expression<Func<T, TKey>> key, bool descending) : SortKey<T>
{
    private static readonly MethodInfo Comparison =
        typeof(SortKey<T, TKey>).GetMethod(nameof(ComparedByTheDatabase), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly Func<T, TKey> _valueOf = key.Compile();

    public override IQueryable<T> Sort(IQueryable<T> items, bool first, bool backwards) => (first, descending != backwards) switch
    {
        (true, false) => items.OrderBy(key),
        (true, true) => items.OrderByDescending(key),
        (false, false) => ((IOrderedQueryable<T>)items).ThenBy(key),
        (false, true) => ((IOrderedQueryable<T>)items).ThenByDescending(key),
    };

    public override Expression Beyond(ParameterExpression item, JsonElement value, bool backwards) =>
        descending != backwards
            ? Expression.LessThan(KeyOf(item), Parameter(value), liftToNull: false, Comparison)
            : Expression.GreaterThan(KeyOf(item), Parameter(value), liftToNull: false, Comparison);

    public override Expression Same(ParameterExpression item, JsonElement value) =>
        Expression.Equal(KeyOf(item), Parameter(value), liftToNull: false, Comparison);

    public override JsonElement ValueOf(T item) => JsonSerializer.SerializeToElement(_valueOf(item));

    public override bool CanRead(JsonElement value)
    {
        try
        {
            return value.Deserialize<TKey>() is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private Expression KeyOf(ParameterExpression item) => new Replacement(key.Parameters[0], item).Visit(key.Body);

    // A field of an object, as a lambda's captured variable would be, so that EF makes it a parameter of the statement.
    private static MemberExpression Parameter(JsonElement value) =>
        Expression.Field(Expression.Constant(new Captured { Value = value.Deserialize<TKey>()! }), nameof(Captured.Value));

    /// <summary>Stands for an operator in the expression; types such as identities have none. It is translated, never called.</summary>
    private static bool ComparedByTheDatabase(TKey left, TKey right) =>
        throw new InvalidOperationException("Pages are read from a database.");

    private sealed class Captured
    {
        public required TKey Value;
    }
}
