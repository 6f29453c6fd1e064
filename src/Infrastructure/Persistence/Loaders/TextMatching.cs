using System.Linq.Expressions;
using Investr.Application.Filtering;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Conditions on text as SQL; case does not matter.</summary>
internal static class TextMatching
{
    /// <summary>Those whose text is like this.</summary>
    /// <param name="items">The items.</param>
    /// <param name="field">The text of an item.</param>
    /// <param name="filter">What the text must be like; null where it may be anything.</param>
    public static IQueryable<T> WhereText<T>(this IQueryable<T> items, Expression<Func<T, string?>> field, StringFilter? filter) =>
        filter is null ? items : ConditionsOf(field, filter).Aggregate(items, (rest, condition) => rest.Where(condition));

    /// <summary>Every condition of a filter, all of which must be met.</summary>
    public static IEnumerable<Expression<Func<T, bool>>> ConditionsOf<T>(Expression<Func<T, string?>> field, StringFilter filter)
    {
        if (filter.Eq is { } same) yield return Like(field, LikePattern.Literally(same));
        if (filter.Neq is { } other) yield return Conditions.Not(Like(field, LikePattern.Literally(other)));
        if (filter.In is { } any) yield return Conditions.AnyOf(any.Select(text => Like(field, LikePattern.Literally(text))));
        if (filter.Contains is { } part) yield return Like(field, $"%{LikePattern.Literally(part)}%");
        if (filter.StartsWith is { } beginning) yield return Like(field, $"{LikePattern.Literally(beginning)}%");
    }

    /// <summary>A text as its column compares it, beside a list that is one parameter: a list has the collation of the database.</summary>
    /// <remarks>It stands for SQL, and is never called.</remarks>
    public static string? AsStored(string? text) => text;

    // What has no text is like the empty one, so that "not X" takes it in.
    private static Expression<Func<T, bool>> Like<T>(Expression<Func<T, string?>> field, string pattern)
    {
        Expression<Func<string?, bool>> like = text => EF.Functions.Like(text ?? "", pattern, LikePattern.Escape);
        return Conditions.On(field, like);
    }
}
