using System.Linq.Expressions;
using System.Reflection;
using Investr.GraphQL.Types.Binding;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Execution.Middleware;

/// <summary>Middleware that is a class: its constructor takes the next step and services of the application; its <c>Invoke</c> or
/// <c>InvokeAsync</c> the context and services of the request.</summary>
internal static class ClassMiddleware
{
    /// <summary>Makes steps from instances of a class.</summary>
    /// <param name="services">Where the services of the request are.</param>
    /// <exception cref="NotSupportedException">The class has no such method.</exception>
    public static Func<T, Func<TContext, ValueTask>> Of<T, TContext>(Expression<Func<TContext, IServiceProvider>> services) where T : class
    {
        var method = typeof(T).GetMethod("InvokeAsync") ?? typeof(T).GetMethod("Invoke");
        if (method?.GetParameters() is not [var first, .. var others] || first.ParameterType != typeof(TContext) || !IsTask(method.ReturnType))
        {
            throw new NotSupportedException(
                $"{typeof(T).Name} is no middleware: it needs a public InvokeAsync that takes an {typeof(TContext).Name} and gives a task");
        }

        var (instance, context) = (Expression.Parameter(typeof(T), "middleware"), services.Parameters[0]);
        Expression call = Expression.Call(instance, method, [context, .. others.Select(parameter => Service(parameter, services.Body))]);
        if (method.ReturnType == typeof(Task)) call = Expression.New(typeof(ValueTask).GetConstructor([typeof(Task)])!, call);
        var invoke = Expression.Lambda<Func<T, TContext, ValueTask>>(call, instance, context).Compile();
        return middleware => context => invoke(middleware, context);
    }

    private static MethodCallExpression Service(ParameterInfo parameter, Expression services)
    {
        var isOptional = parameter.HasDefaultValue || TypeShape.Of(parameter).IsNullable;
        var method = isOptional
            ? nameof(ServiceProviderServiceExtensions.GetService)
            : nameof(ServiceProviderServiceExtensions.GetRequiredService);
        return Expression.Call(typeof(ServiceProviderServiceExtensions), method, [parameter.ParameterType], services);
    }

    private static bool IsTask(Type type) => type == typeof(ValueTask) || type == typeof(Task);
}
