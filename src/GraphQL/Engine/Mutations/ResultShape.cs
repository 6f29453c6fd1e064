using System.Reflection;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Mutations;

/// <summary>What a mutation's <see cref="FieldResult{T}"/> holds: the result's shape, and the errors that its type names.</summary>
internal sealed record ResultShape(TypeShape Result, IReadOnlyList<Type> Errors)
{
    /// <summary>Null where a method gives no <see cref="FieldResult{T}"/>.</summary>
    public static ResultShape? Of(MethodInfo method)
    {
        var given = new NullabilityInfoContext().Create(method.ReturnParameter);
        if (FieldBinder.TaskResultOf(given.Type) is not null) given = given.GenericTypeArguments[0];

        return typeof(FieldResult).IsAssignableFrom(given.Type) && given.GenericTypeArguments is [var result, .. var errors]
            ? new(TypeShape.Of(result), [.. errors.Select(error => error.Type)])
            : null;
    }
}
