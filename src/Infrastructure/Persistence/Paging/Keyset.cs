using System.Buffers.Text;
using System.Linq.Expressions;
using System.Text.Json;
using Investr.Domain;

namespace Investr.Infrastructure.Persistence.Paging;

/// <summary>
/// The order of a list, and with it the meaning of its cursors: the sort keys of an item, of which the last must be unique. A
/// page begins where the keys say, so that items that come or go meanwhile neither repeat nor hide others.
/// </summary>
internal sealed class Keyset<T>
{
    private readonly IReadOnlyList<SortKey<T>> _keys;

    private Keyset(IReadOnlyList<SortKey<T>> keys) => _keys = keys;

    /// <summary>No order yet; to be continued with <see cref="ThenBy"/>.</summary>
    public static Keyset<T> Empty { get; } = new([]);

    public static Keyset<T> By<TKey>(Expression<Func<T, TKey>> key, bool descending = false) =>
        new([new SortKey<T, TKey>(key, descending)]);

    public Keyset<T> ThenBy<TKey>(Expression<Func<T, TKey>> key, bool descending = false) =>
        new([.. _keys, new SortKey<T, TKey>(key, descending)]);

    /// <summary>The items in this order, or in the opposite one.</summary>
    public IQueryable<T> Sorted(IQueryable<T> items, bool backwards) =>
        _keys.Aggregate(items, (sorted, key) => key.Sort(sorted, first: key == _keys[0], backwards));

    /// <summary>The items on one side of a cursor.</summary>
    public IQueryable<T> Beyond(IQueryable<T> items, string cursor, string argument, bool backwards)
    {
        var values = Read(cursor, argument);
        var item = Expression.Parameter(typeof(T), "item");

        // (a, b) is beyond (x, y) where a is beyond x, or a is x and b is beyond y.
        Expression? condition = null;
        for (var i = _keys.Count - 1; i >= 0; i--)
        {
            var beyond = _keys[i].Beyond(item, values[i], backwards);
            condition = condition is null ? beyond : Expression.OrElse(beyond, Expression.AndAlso(_keys[i].Same(item, values[i]), condition));
        }

        return items.Where(Expression.Lambda<Func<T, bool>>(condition!, item));
    }

    public string CursorOf(T item) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(_keys.Select(key => key.ValueOf(item))));

    private JsonElement[] Read(string cursor, string argument)
    {
        try
        {
            var values = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(cursor)) ?? [];
            if (values.Length == _keys.Count && values.Zip(_keys).All(pair => pair.Second.CanRead(pair.First))) return values;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            // Told below, like a cursor that can be read but belongs to another list.
        }

        throw new RefusedException(new ValidationRefusal(argument, "This is not a cursor of this list."));
    }
}
