using System.Linq.Expressions;
using System.Reflection;

namespace Investr.GraphQL.Descriptors;

/// <summary>The member that a descriptor's expression names.</summary>
internal static class DescribedMember
{
    /// <exception cref="NotSupportedException">It names none.</exception>
    public static MemberInfo Of(LambdaExpression expression) => Bare(expression.Body) switch
    {
        MemberExpression { Member: PropertyInfo property } => property,
        MethodCallExpression call => call.Method,
        var other => throw new NotSupportedException($"{other} names no property and calls no method"),
    };

    public static MethodInfo Method(LambdaExpression expression) => Of(expression) as MethodInfo
        ?? throw new NotSupportedException($"{expression.Body} calls no method");

    // A value is boxed on its way to an object.
    private static Expression Bare(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : expression;
}
