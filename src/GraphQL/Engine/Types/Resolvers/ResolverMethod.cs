using System.Linq.Expressions;
using System.Reflection;
using Investr.GraphQL.Execution;

namespace Investr.GraphQL.Types.Resolvers;

/// <summary>Calls a resolver method with what the frame holds. Compiled on its first call, so that a start pays only for what is asked.</summary>
internal sealed class ResolverMethod(MethodInfo method, IReadOnlyList<ParameterReader> parameters, Func<object>? instance)
{
    private Func<ResolverFrame, object?[], object?>? _compiled;

    /// <summary>Whether the arguments stand in the one input object, as mutation conventions have it.</summary>
    public bool ReadsInput { get; set; }

    /// <summary>Whether every caller gets the same value; where it is not known, no.</summary>
    public bool IsSameForAll { get; init; }

    public MethodInfo Method => method;

    public object? Invoke(ResolverFrame frame) => Invoke(frame, ReadsInput ? (object?[])frame.Arguments[0]! : frame.Arguments);

    // Two threads may compile at once; either result is good.
    public object? Invoke(ResolverFrame frame, object?[] arguments) => (_compiled ??= Compile())(frame, arguments);

    private Func<ResolverFrame, object?[], object?> Compile()
    {
        var frame = Expression.Parameter(typeof(ResolverFrame), "frame");
        var arguments = Expression.Parameter(typeof(object?[]), "arguments");
        var call = Expression.Call(
            Target(frame),
            method,
            parameters.Select(parameter => parameter(frame, arguments)));
        var result = IsValueTask(method.ReturnType) ? Expression.Call(call, nameof(ValueTask<>.AsTask), null) : (Expression)call;
        var body = Expression.Convert(result, typeof(object));
        return Expression.Lambda<Func<ResolverFrame, object?[], object?>>(body, frame, arguments).Compile();
    }

    private UnaryExpression? Target(ParameterExpression frame)
    {
        if (method.IsStatic) return null;

        Expression target = instance is null
            ? Expression.Property(frame, nameof(ResolverFrame.Parent))
            : Expression.Constant(instance());
        return Expression.Convert(target, method.DeclaringType!);
    }

    private static bool IsValueTask(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);
}

/// <summary>The expression that gives a parameter its value, from the frame and the field's arguments.</summary>
internal delegate Expression ParameterReader(ParameterExpression frame, ParameterExpression arguments);
