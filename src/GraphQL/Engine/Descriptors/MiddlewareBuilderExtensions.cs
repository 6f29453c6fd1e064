using Investr.GraphQL;
using Investr.GraphQL.Execution.Middleware;
using Investr.GraphQL.Types.Binding;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Middleware around every field of a schema, introspection aside: outside what a field has itself, the first outermost.</summary>
/// <remarks>Every field then costs a copy of its context and a task, which plain fields do without.</remarks>
public static class MiddlewareBuilderExtensions
{
    /// <summary>Puts a step around every field.</summary>
    public static IRequestExecutorBuilder UseField(this IRequestExecutorBuilder builder, FieldMiddleware middleware)
    {
        Configuration(builder).FieldMiddleware.Add(new(_ => middleware));
        return builder;
    }

    /// <summary>Puts a class around every field: its constructor takes the next <see cref="FieldDelegate"/> and services of the application, its
    /// <c>InvokeAsync</c> an <see cref="IMiddlewareContext"/> and services of the request.</summary>
    public static IRequestExecutorBuilder UseField<TMiddleware>(this IRequestExecutorBuilder builder) where TMiddleware : class
    {
        Configuration(builder).FieldMiddleware.Add(FieldClass.Step<TMiddleware>());
        return builder;
    }

    private static SchemaConfiguration Configuration(IRequestExecutorBuilder builder) => ((RequestExecutorBuilder)builder).Configuration;
}
