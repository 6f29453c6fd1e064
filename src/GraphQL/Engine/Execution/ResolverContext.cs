using System.Security.Claims;
using Investr.GraphQL.Execution.Middleware;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution;

/// <summary>A field's context for user code: a frame of its own, so that it may be kept beyond the call.</summary>
internal sealed class ResolverContext : ResolverFrame, IMiddlewareContext
{
    private readonly FieldPlan _plan;
    private readonly Action<IError> _report;
    private MiddlewareTarget? _target;
    private IReadOnlyList<ArgumentDefinition> _definitions;

    public ResolverContext(ResolverFrame frame, FieldPlan plan, FieldPath path, Action<IError> report)
    {
        (_plan, _report, _definitions) = (plan, report, plan.Definition.Arguments);
        (Parent, Event, Arguments) = (frame.Parent, frame.Event, frame.Arguments);
        (Services, User, RequestAborted) = (frame.Services, frame.User, frame.RequestAborted);
        (ContextData, Schema, Path) = (frame.ContextData, frame.Schema, path);
    }

    public override Schema Schema { get; }

    public override FieldPlan Plan => _plan;

    public FieldDefinition Field => _plan.Definition;

    public string ResponseName => _plan.ResponseName;

    public FieldPath Path { get; }

    public override IServiceProvider Services { get; }

    public override ClaimsPrincipal? User { get; }

    public override CancellationToken RequestAborted { get; }

    public override IDictionary<string, object?> ContextData { get; }

    public object? Result
    {
        get;
        set
        {
            field = value;
            IsResultModified = true;
        }
    }

    public bool IsResultModified { get; private set; }

    public override ResolverContext ToContext() => this;

    /// <summary>Begins the way through a field's middleware.</summary>
    public void Enter(MiddlewareTarget target)
    {
        _target = target;
        if (target.Arguments is { } definitions) _definitions = definitions;
        if (target.IsInput) Arguments = (object?[])Arguments[0]!;
    }

    /// <summary>The last step: what the resolver finds is the result.</summary>
    public ValueTask ResolveAsync()
    {
        var found = Target.FindAsync(this);
        if (!found.IsCompletedSuccessfully) return TakeAsync(found);

        Result = found.Result;
        return default;
    }

    public async ValueTask<T> ResolveAsync<T>() => (T)(await Target.FindAsync(this))!;

    public object? ReplaceArgument(string name, object? value)
    {
        var place = PlaceOf(name);
        var before = Given(place);

        // What was there may be shared by all requests.
        Arguments = [.. Arguments];
        Arguments[place] = value;
        return before;
    }

    T IResolverContext.Parent<T>() => (T)Parent!;

    public T ArgumentValue<T>(string name) => Given(PlaceOf(name)) is { } value ? (T)value : default!;

    public T Service<T>() where T : notnull =>
        (T)(Services.GetService(typeof(T)) ?? throw new InvalidOperationException($"There is no service {typeof(T).Name}."));

    public T DataLoader<T>() where T : notnull => Service<T>();

    public Optional<T> ArgumentOptional<T>(string name)
    {
        var place = PlaceOf(name);
        return Arguments[place] is Missing ? default : new((T?)Given(place), HasValue: true);
    }

    public ValueNode? ArgumentLiteral(string name)
    {
        PlaceOf(name);
        return _plan.Node.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;
    }

    public ISelection Selection => _plan;

    public IReadOnlyList<ISelection> GetSelections(ObjectType type) => _plan.GetSelections(type);

    public IReadOnlyList<ISelection> Select() => Below(_plan);

    public IReadOnlyList<ISelection> Select(string fieldName) =>
        [.. Below(_plan).Where(selection => selection.Field.Name == fieldName).SelectMany(Below)];

    public bool IsSelected(string fieldName) => _plan.Selection.Selects(Field.Type.Named, fieldName);

    public void ReportError(IError error) => _report(GraphQLError.At(error, Path, _plan));

    private ISelection[] Below(ISelection selection) =>
        [.. Schema.PossibleTypes(selection.Field.Type.Named).SelectMany(selection.GetSelections)];

    private FieldResolver Target => _target?.Resolver ?? throw new InvalidOperationException($"{Field} has no middleware.");

    private async ValueTask TakeAsync(ValueTask<object?> found) => Result = await found;

    private object? Given(int place) => Arguments[place] is var value && value is Missing ? null : value;

    private int PlaceOf(string name)
    {
        for (var i = 0; i < _definitions.Count; i++)
        {
            if (_definitions[i].Name == name) return i;
        }

        throw new ArgumentException($"{Field} has no argument {name}.", nameof(name));
    }
}
