using System.Security.Claims;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution;

/// <summary>A field's context for user code: a copy, so that it may be kept beyond the call.</summary>
internal sealed class ResolverContext(ResolverFrame frame, FieldPlan plan, FieldPath path, Action<IError> report) : IResolverContext
{
    private readonly object? _parent = frame.Parent;
    private readonly object?[] _arguments = frame.Arguments;

    public Schema Schema { get; } = frame.Schema;

    public FieldDefinition Field => plan.Definition;

    public string ResponseName => plan.ResponseName;

    public FieldPath Path => path;

    public IServiceProvider Services { get; } = frame.Services;

    public ClaimsPrincipal? User { get; } = frame.User;

    public CancellationToken RequestAborted { get; } = frame.RequestAborted;

    public IDictionary<string, object?> ContextData { get; } = frame.ContextData;

    public T Parent<T>() => (T)_parent!;

    public T ArgumentValue<T>(string name)
    {
        for (var i = 0; i < _arguments.Length; i++)
        {
            if (Field.Arguments[i].Name == name) return _arguments[i] is Missing ? default! : (T)_arguments[i]!;
        }

        throw new ArgumentException($"{Field} has no argument {name}.", nameof(name));
    }

    public T Service<T>() where T : notnull =>
        (T)(Services.GetService(typeof(T)) ?? throw new InvalidOperationException($"There is no service {typeof(T).Name}."));

    public bool IsSelected(string fieldName) => plan.Selection.Selects(Field.Type.Named, fieldName);

    public void ReportError(IError error) => report(GraphQLError.At(error, path, plan));
}
