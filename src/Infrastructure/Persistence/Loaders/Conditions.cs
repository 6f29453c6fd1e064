using System.Linq.Expressions;

namespace Investr.Infrastructure.Persistence.Loaders;

/// <summary>Conditions put together from smaller ones, for a database to evaluate.</summary>
internal static class Conditions
{
    /// <summary>A condition as it is written.</summary>
    public static Expression<Func<T, bool>> Of<T>(Expression<Func<T, bool>> condition) => condition;

    /// <summary>A condition on a part of an item.</summary>
    public static Expression<Func<T, bool>> On<T, TPart>(Expression<Func<T, TPart>> part, Expression<Func<TPart, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(
            new Replacement(condition.Parameters[0], part.Body).Visit(condition.Body), part.Parameters);

    public static Expression<Func<T, bool>> Not<T>(Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    /// <summary>Met where all are; where there are none, too.</summary>
    public static Expression<Func<T, bool>> AllOf<T>(IEnumerable<Expression<Func<T, bool>>> conditions) =>
        Join(conditions, Expression.AndAlso, of: true);

    /// <summary>Met where one is; where there are none, never.</summary>
    public static Expression<Func<T, bool>> AnyOf<T>(IEnumerable<Expression<Func<T, bool>>> conditions) =>
        Join(conditions, Expression.OrElse, of: false);

    private static Expression<Func<T, bool>> Join<T>(
        IEnumerable<Expression<Func<T, bool>>> conditions, Func<Expression, Expression, Expression> join, bool of)
    {
        var item = Expression.Parameter(typeof(T), "item");
        var bodies = conditions.Select(condition => new Replacement(condition.Parameters[0], item).Visit(condition.Body));
        return Expression.Lambda<Func<T, bool>>(bodies.DefaultIfEmpty(Expression.Constant(of)).Aggregate(join), item);
    }
}

/// <summary>Puts one expression in the place of a parameter.</summary>
internal sealed class Replacement(ParameterExpression from, Expression to) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
}
