using System.Security.Claims;
using System.Text;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Response;
using Investr.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Tests.Types;

// Calls one resolver as the executor would, without one.
internal sealed class TestFrame : ResolverFrame
{
    private readonly IServiceProvider _services;

    public TestFrame(IServiceProvider services, object? parent = null, object? message = null, params object?[] arguments)
    {
        _services = services;
        (Parent, Event, Arguments) = (parent, message, arguments);
    }

    public override IServiceProvider Services => _services;

    public override ClaimsPrincipal? User => null;

    public override CancellationToken RequestAborted => CancellationToken.None;

    public override IDictionary<string, object?> ContextData { get; } = new Dictionary<string, object?>();

    public override Schema Schema => _services.GetRequiredService<Schema>();

    public override ResolverContext ToContext() => throw new InvalidOperationException("Nothing here asks for a context.");

    public async Task<object?> Resolve(FieldDefinition field)
    {
        switch (field.Resolver)
        {
            case ValueResolver value: return value.Resolve(this);
            case TaskResolver pending:
                if (pending.Resolve(this) is not { } task) return null;
                await task;
                return pending.ResultOf(task);
            case LeafResolver leaf:
                var writer = new ResultWriter();
                return leaf.TryWrite(Parent!, writer) ? Encoding.UTF8.GetString(writer.Written) : null;
            default: throw new InvalidOperationException($"{field} has no resolver.");
        }
    }
}
