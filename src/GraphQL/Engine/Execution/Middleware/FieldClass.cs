using Investr.GraphQL.Descriptors;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Execution.Middleware;

/// <summary>Field middleware that is a class.</summary>
internal static class FieldClass
{
    public static MiddlewareStep Step<T>() where T : class =>
        Step((services, next) => ActivatorUtilities.CreateInstance<T>(services, next));

    public static MiddlewareStep Step<T>(Func<IServiceProvider, FieldDelegate, T> make) where T : class
    {
        // Put together once, also where it stands around every field.
        var steps = new Lazy<Func<T, Func<IMiddlewareContext, ValueTask>>>(() => ClassMiddleware.Of<T, IMiddlewareContext>(context => context.Services));
        return new(services => next => new FieldDelegate(steps.Value(make(services, next))));
    }
}
