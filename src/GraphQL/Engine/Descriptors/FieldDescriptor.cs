using System.Linq.Expressions;
using System.Reflection;
using Investr.GraphQL.Caching;
using Investr.GraphQL.Execution.Middleware;
using Investr.GraphQL.Filtering;
using Investr.GraphQL.Security;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Descriptors;

/// <summary>All that is said of one field before it is made: by its member's attributes, then by descriptors.</summary>
internal sealed class FieldDescriptor : IObjectFieldDescriptor
{
    private readonly List<FieldStep> _steps = [];
    private readonly List<AppliedDirective> _directives = [];
    private readonly List<AuthorizeRule> _rules = [];
    private readonly Dictionary<string, ArgumentDescriptor> _arguments = new(StringComparer.Ordinal);

    private FieldDescriptor(string name) => GivenName = name;

    public string GivenName { get; private set; }

    public string? GivenDescription { get; private set; }

    public string? DeprecationReason { get; private set; }

    /// <summary>The type; null where the CLR type tells.</summary>
    public TypeReference? GivenType { get; private set; }

    /// <summary>The method that resolves it; null where its member does.</summary>
    public MethodInfo? Method { get; private set; }

    /// <summary>What the method is called on, where that is not for its class to say.</summary>
    public Func<object>? Instance { get; private set; }

    /// <summary>The arguments that are described and are no parameters.</summary>
    public IReadOnlyDictionary<string, ArgumentDescriptor> ArgumentsLeft => _arguments;

    public bool IsIgnored { get; private set; }

    public PagingOptions? Paging => Find<PagingStep>()?.Options;

    public FilteringOptions? Filtering => Find<FilteringStep>()?.Options;

    public bool IsProjected => Find<ProjectionStep>() is not null;

    /// <summary>Which item is the value; null where it is the list.</summary>
    public ListEnd? End => Find<EndStep>()?.End;

    /// <summary>What is asked of the list, once its arguments are bound; null where nothing is.</summary>
    public ListQuery? Query { get; set; }

    public SortingOptions? Sorting => Find<SortingStep>()?.Options;

    /// <summary>The steps around all that the library does to the list.</summary>
    public IEnumerable<MiddlewareStep> Outer => _steps.TakeWhile(step => step is MiddlewareStep).Cast<MiddlewareStep>();

    /// <summary>The steps within it.</summary>
    public IEnumerable<MiddlewareStep> Inner => _steps.SkipWhile(step => step is MiddlewareStep).OfType<MiddlewareStep>();

    /// <summary>What a member's attributes say.</summary>
    public static FieldDescriptor Of(BindingContext context, MemberInfo member)
    {
        var field = new FieldDescriptor(FieldBinder.NameOf(member)) { DeprecationReason = BindingContext.DeprecationOf(member) };
        field._rules.AddRange(Authorization.Of(member));
        var given = member.GetCustomAttributes<ObjectFieldDescriptorAttribute>(inherit: true).OrderBy(attribute => attribute.Order);
        foreach (var attribute in given) attribute.Configure(context, field, member);
        if (context.Options.ValidatePipelineOrder) field.CheckOrder();
        return field;
    }

    /// <summary>A field of a name, which a method resolves; null where one is still to be named.</summary>
    public static FieldDescriptor Of(BindingContext context, string name, MethodInfo? method)
    {
        var field = method is null ? new(name) : Of(context, method);
        field.Method = method;
        return field;
    }

    /// <summary>What is said of the argument that a parameter is; null where nothing is.</summary>
    public ArgumentDescriptor? TakeArgument(string name) => _arguments.Remove(name, out var given) ? given : null;

    /// <summary>Gives a field what is said of it beside its type.</summary>
    public FieldDefinition Describe(BindingContext context, MemberInfo member, FieldDefinition field)
    {
        field.Description ??= GivenDescription ?? context.Describe(member);
        field.DeprecationReason = DeprecationReason;
        field.Authorization = _rules;
        field.Directives = [.. context.Costs.Of(member, this), .. _directives, .. Tags.Of(member), .. CacheControls.Of(context, member)];
        return field;
    }

    public bool Has(DirectiveDefinition directive) => CostDirectives.Find(_directives, directive.Name) is not null;

    public void Add(FieldStep step) => _steps.Add(step);

    public IObjectFieldDescriptor Name(string name) => Said(() => GivenName = name);

    public IObjectFieldDescriptor Description(string? description) => Said(() => GivenDescription = description);

    public IObjectFieldDescriptor Deprecated(string reason) => Said(() => DeprecationReason = reason);

    public IObjectFieldDescriptor Type(string type) => Said(() => GivenType = new(type, null));

    public IObjectFieldDescriptor Type<TType>() => Said(() => GivenType = new(null, typeof(TType)));

    public IObjectFieldDescriptor Argument(string name, Action<IArgumentDescriptor> describe) => Said(() =>
        describe(_arguments.TryGetValue(name, out var known) ? known : _arguments[name] = new()));

    public IObjectFieldDescriptor Resolve<TResult>(Func<IResolverContext, TResult> resolve) =>
        Said(() => (Method, Instance) = (resolve.Method, resolve.Target is { } target ? () => target : null));

    public IObjectFieldDescriptor ResolveWith<TResolver>(Expression<Func<TResolver, object?>> method) =>
        Said(() => (Method, Instance) = (DescribedMember.Method(method), null));

    public IObjectFieldDescriptor Ignore(bool ignore = true) => Said(() => IsIgnored = ignore);

    public IObjectFieldDescriptor Authorize(params string[] roles) => Said(() => _rules.Add(new(Policy: null, roles)));

    public IObjectFieldDescriptor Cost(double weight) => Said(() => _directives.Add(CostDirectives.Weighing(weight)));

    public IObjectFieldDescriptor Tag(string name) => Said(() => _directives.Add(Tags.Named(name)));

    public IObjectFieldDescriptor Use(FieldMiddleware middleware) => Said(() => Add(new MiddlewareStep(_ => middleware)));

    public IObjectFieldDescriptor Use<TMiddleware>() where TMiddleware : class => Said(() => Add(FieldClass.Step<TMiddleware>()));

    public IObjectFieldDescriptor Use<TMiddleware>(Func<IServiceProvider, FieldDelegate, TMiddleware> make) where TMiddleware : class =>
        Said(() => Add(FieldClass.Step(make)));

    public IObjectFieldDescriptor UsePaging(PagingOptions? options = null) => Said(() => Add(new PagingStep(options ?? new())));

    public IObjectFieldDescriptor UseFiltering(FilteringOptions? options = null) => Said(() => Add(new FilteringStep(options ?? new())));

    public IObjectFieldDescriptor UseSorting(SortingOptions? options = null) => Said(() => Add(new SortingStep(options ?? new())));

    public IObjectFieldDescriptor UseProjection() => Said(() => Add(new ProjectionStep()));

    public IObjectFieldDescriptor UseFirstOrDefault() => Said(() => Add(new EndStep("[UseFirstOrDefault]", ListEnd.First)));

    public IObjectFieldDescriptor UseSingleOrDefault() => Said(() => Add(new EndStep("[UseSingleOrDefault]", ListEnd.Single)));

    private FieldDescriptor Said(Action say)
    {
        say();
        return this;
    }

    private T? Find<T>() where T : FieldStep => _steps.OfType<T>().FirstOrDefault();

    private void CheckOrder()
    {
        var lists = _steps.OfType<ListStep>().ToArray();
        foreach (var (outer, inner) in lists.Zip(lists.Skip(1)))
        {
            if (outer.Rank > inner.Rank) throw new NotSupportedException($"{inner.Name} must be written before {outer.Name}, around which it works");
            if (outer.Rank == inner.Rank) throw new NotSupportedException($"{outer.Name} and {inner.Name} are written where one of them can be");
        }
    }
}
