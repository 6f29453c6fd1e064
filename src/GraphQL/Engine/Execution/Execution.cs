using System.Collections.Concurrent;
using System.Security.Claims;
using Investr.DataLoader;
using Investr.GraphQL.Diagnostics;
using Investr.GraphQL.Execution.Coercion;
using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Response;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Execution;

/// <summary>§6.2 One run of an operation: writes the response in one go as far as values are there, leaves holes for the others, and
/// fills them as they come.</summary>
/// <remarks>All of it happens on one logical thread, the loop; only <see cref="Post"/> and <see cref="Wake"/> are called from elsewhere.
/// Pooled.</remarks>
internal sealed partial class Execution : ResolverFrame
{
    private readonly Holes _holes;
    private readonly ReadyQueue _ready = new();
    private readonly WakeSignal _signal = new();
    private readonly BatchDispatcher _batches;
    private readonly Deadline _deadline;
    private readonly ErrorCollector _firstErrors = new();
    private readonly FieldAuthorization _authorization = new();
    private ErrorCollector _errors;
    private PreparedOperation _operation = null!;
    private OperationPlan _plan = null!;
    private VariableValues _variables = VariableValues.None;
    private object?[]?[] _arguments = [];
    private OperationRequest _request = null!;
    private IServiceProvider _services = null!;
    private IDictionary<string, object?>? _contextData;
    private (Type? Type, object? Loader) _lastLoader;
    private bool _servicesUsed;
    private int _run;

    public Execution(ExecutorSettings settings)
    {
        Settings = settings;
        _errors = _firstErrors;
        _holes = new(this);
        Nulls = new(_holes);
        _batches = new(this);
        _deadline = new(Wake);
    }

    public ResultWriter Writer { get; } = new(0);

    public PathStack Path { get; } = new();

    public NullPropagation Nulls { get; }

    public IExecutionDiagnostics Diagnostics => Settings.Diagnostics;

    /// <summary>The request's services. Whoever asks for them may load by key, so the request's batches are ours from then on.</summary>
    public override IServiceProvider Services
    {
        get
        {
            if (!_servicesUsed)
            {
                _servicesUsed = true;
                _batches.Attach(_services);
            }

            return _services;
        }
    }

    // Each holding asks for the same loader: the container, which takes a lock, is asked once.
    public override T? FindService<T>() where T : class
    {
        if (_lastLoader.Type == typeof(T)) return (T?)_lastLoader.Loader;

        var service = (T?)Services.GetService(typeof(T));
        if (service is IRequestLoader) _lastLoader = (typeof(T), service);
        return service;
    }

    /// <summary>The request's variables.</summary>
    public VariableValues Variables => _variables;

    public override ClaimsPrincipal? User => _request.User;

    public override CancellationToken RequestAborted => _deadline.Token;

    public override IDictionary<string, object?> ContextData =>
        _contextData ??= _request.ContextData ?? new ConcurrentDictionary<string, object?>();

    public override Schema Schema => _operation.Schema;

    public override FieldPlan Plan => Path.Field();

    private ExecutorSettings Settings { get; }

    public override ResolverContext ToContext()
    {
        var (order, run, errors) = (Path.ToOrder(), _run, _errors);
        return new ResolverContext(this, Path.Field(), Path.ToPath(), Report);

        // Who keeps a context beyond its request reports to nobody.
        void Report(IError error)
        {
            if (run == _run) errors.Add(Settings.Errors.Told(error), order);
        }
    }

    /// <summary>Makes it ready to run.</summary>
    public void Begin(ExecutionStart start, CancellationToken client)
    {
        (_operation, _plan, _variables) = (start.Operation, start.Plan, start.Variables);
        (_request, _services, Event) = (start.Request, start.Services, start.Event);
        _deadline.Begin(Settings.Clock, Settings.Options.ExecutionTimeout, client);
        Nulls.Begin();
        BeginDelivery();
        Writer.Reserve(_operation.LastLength + 64);
    }

    /// <summary>The answer, when the run has ended; where <see cref="HasMore"/> says so, the first of several.</summary>
    public OperationResult Finish()
    {
        var announced = Announce();
        var result = _holes.Count == 0 && _errors.IsEmpty
            ? new Utf8Result(Writer, ResultKind.Executed, [])
            : ResponseAssembly.Assemble(Writer, _main, _holes, Nulls, _errors.InOrder(), announced, _request.Incremental);
        _operation.LastLength = (int)result.Length;
        if (announced is null && result.Errors.Count == 0) result.CachePolicy = _plan.CachePolicy;
        return result;
    }

    /// <summary>Forgets the request; false where something of it may still come, so that it must not be used again.</summary>
    public bool End()
    {
        _batches.Detach();
        (_servicesUsed, _lastLoader) = (false, default);
        _run++;
        var ended = _pending == 0;
        if (!ended) Abandon();
        _deadline.End();
        EndDelivery();
        Writer.Dispose();
        Path.Clear();
        _holes.Clear();
        _errors = _firstErrors;
        _errors.Clear();
        _authorization.Clear();
        Array.Clear(_arguments);
        (Parent, Event, Arguments, _request, _services, _contextData) = (null, null, [], null!, null!, null);
        (_operation, _plan, _variables) = (null!, null!, VariableValues.None);
        return ended;
    }
}

/// <summary>What an execution starts from.</summary>
internal readonly record struct ExecutionStart(
    PreparedOperation Operation,
    OperationPlan Plan,
    VariableValues Variables,
    OperationRequest Request,
    IServiceProvider Services,
    object? Event = null);

/// <summary>What all executions of a schema share.</summary>
internal sealed record ExecutorSettings(
    RequestOptions Options, TimeProvider Clock, IExecutionDiagnostics Diagnostics, ErrorHandling Errors);
