using Investr.GraphQL;
using Investr.GraphQL.Descriptors;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Execution.Middleware;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Middleware around requests, and around every field of a schema.</summary>
public static class MiddlewareBuilderExtensions
{
    /// <summary>Puts a step around every field, introspection aside: outside what a field has itself, the first outermost.</summary>
    /// <remarks>Every field then costs a copy of its context and a task, which plain fields do without.</remarks>
    public static IRequestExecutorBuilder UseField(this IRequestExecutorBuilder builder, FieldMiddleware middleware) =>
        builder.AddField(new(_ => middleware));

    /// <summary>Puts a class around every field: its constructor takes the next <see cref="FieldDelegate"/> and services of the application, its
    /// <c>InvokeAsync</c> an <see cref="IMiddlewareContext"/> and services of the request.</summary>
    public static IRequestExecutorBuilder UseField<TMiddleware>(this IRequestExecutorBuilder builder) where TMiddleware : class =>
        builder.AddField(FieldClass.Step<TMiddleware>());

    /// <summary>Puts a step into the way of every request.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="middleware">The step.</param>
    /// <param name="before">Which of the executor's own steps it stands in front of: around all that the request still has to go through. Of
    /// several at one place the first is outermost.</param>
    public static IRequestExecutorBuilder UseRequest(
        this IRequestExecutorBuilder builder, RequestMiddleware middleware, RequestStep before = RequestStep.Document) =>
        builder.AddRequest(before, _ => middleware);

    /// <summary>Puts a class into the way of every request: its constructor takes the next <see cref="RequestDelegate"/> and services of the
    /// application, its <c>InvokeAsync</c> an <see cref="IRequestContext"/> and services of the request.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="before">Which of the executor's own steps it stands in front of.</param>
    public static IRequestExecutorBuilder UseRequest<TMiddleware>(
        this IRequestExecutorBuilder builder, RequestStep before = RequestStep.Document) where TMiddleware : class =>
        builder.AddRequest(before, services =>
        {
            var step = ClassMiddleware.Of<TMiddleware, IRequestContext>(context => context.Services);
            return next => new RequestDelegate(step(ActivatorUtilities.CreateInstance<TMiddleware>(services, next)));
        });

    /// <summary>Runs each mutation in an ambient transaction, which is taken back where the answer has an error; those of payloads are answers.</summary>
    public static IRequestExecutorBuilder AddDefaultTransactionScopeHandler(this IRequestExecutorBuilder builder) =>
        builder.AddTransactionScopeHandler<AmbientTransactions>();

    /// <summary>Runs each mutation in a transaction of the application's own.</summary>
    public static IRequestExecutorBuilder AddTransactionScopeHandler<THandler>(this IRequestExecutorBuilder builder)
        where THandler : class, ITransactionScopeHandler
    {
        builder.Services.AddSingleton<ITransactionScopeHandler, THandler>();
        return builder.UseRequest<TransactionMiddleware>(before: RequestStep.Execution);
    }

    private static IRequestExecutorBuilder AddField(this IRequestExecutorBuilder builder, MiddlewareStep step)
    {
        ((RequestExecutorBuilder)builder).Configuration.FieldMiddleware.Add(step);
        return builder;
    }

    private static IRequestExecutorBuilder AddRequest(
        this IRequestExecutorBuilder builder, RequestStep before, Func<IServiceProvider, RequestMiddleware> make)
    {
        ((RequestExecutorBuilder)builder).Configuration.RequestMiddleware.Add(new(before, make));
        return builder;
    }
}
