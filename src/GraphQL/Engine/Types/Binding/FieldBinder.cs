using System.Reflection;
using Investr.GraphQL.Descriptors;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Execution.Middleware;
using Investr.GraphQL.Filtering;
using Investr.GraphQL.Paging;
using Investr.GraphQL.Types.Resolvers;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Types.Binding;

/// <summary>A resolver method, read: its parameters bound, its result known.</summary>
internal sealed record BoundMethod(
    FieldDescriptor Field, ResolverMethod Invoker, ArgumentList Arguments, TypeShape Result, Type? Parent, PagingLimits? Limits)
{
    public string Name => Field.GivenName;

    public MethodInfo Method => Invoker.Method;
}

/// <summary>Makes fields from properties and from resolver methods.</summary>
internal sealed class FieldBinder(BindingContext context)
{
    private List<MiddlewareStep> OfEveryField => context.Configuration.FieldMiddleware;

    /// <summary>Null where it is no field.</summary>
    public FieldDefinition? Property(FieldsType owner, Type parent, PropertyInfo property)
    {
        var field = context.Descriptions.FieldOf(parent, property);
        if (field.IsIgnored) return null;
        if (field.Method is not null) return Method(owner, Read(parent, field));

        var shape = TypeShape.Of(property);
        var output = OutputType.Of(context, property, shape, owner.Name, field.GivenType);
        return field.Describe(context, property, new(field.GivenName, output.Type, [])
        {
            Resolver = Getter(field, parent, property, output),
            Member = property,
        });
    }

    /// <summary>The resolver of a property, with the field's middleware around it.</summary>
    public FieldResolver Getter(FieldDescriptor field, Type parent, PropertyInfo property, OutputType output)
    {
        var getter = property.GetMethod!;
        MiddlewareStep[] steps = [.. OfEveryField, .. field.Outer];
        return steps.Length == 0
            ? LeafResolvers.Of(context, parent, getter, TypeShape.Of(property), output)
            : Around(steps, new(LeafResolvers.Value(parent, getter, convert: null), [], IsInput: false), output, property);
    }

    /// <summary>A property of an interface, whose implementers resolve it.</summary>
    public FieldDefinition? Abstract(InterfaceType owner, PropertyInfo property)
    {
        var field = context.Descriptions.FieldOf(owner.RuntimeType, property);
        var output = OutputType.Of(context, property, TypeShape.Of(property), owner.Name, field.GivenType);
        return field.IsIgnored ? null : field.Describe(context, property, new(field.GivenName, output.Type, []));
    }

    /// <summary>Null where it is no field.</summary>
    public FieldDefinition? Method(FieldsType owner, Type? parent, MethodInfo method)
    {
        if (!method.IsDefined(typeof(BatchResolverAttribute))) return Method(owner, Read(parent, method));

        var field = context.Descriptions.FieldOf(parent, method);
        if (field.IsIgnored) return null;

        var made = field.Describe(context, method, context.Batches.Field(owner, parent, method));
        MiddlewareStep[] steps = [.. OfEveryField, .. field.Outer];
        if (steps.Length > 0) made.Resolver = Around(steps, new(made.Resolver!, made.Arguments, IsInput: false), OutputType.AsIs, method);
        return made;
    }

    /// <summary>Null where it is no field.</summary>
    public FieldDefinition? Method(FieldsType owner, BoundMethod bound)
    {
        var method = bound.Method;
        if (bound.Field.IsIgnored) return null;

        var query = ListQuery.Of(context, bound);
        if (bound.Limits is not null) return bound.Field.Describe(context, method, Connections.Field(context, bound, query));

        var shape = query is { IsLeftToMethod: false, End: not ListEnd.List } ? bound.Result.Item! with { IsNullable = true } : bound.Result;
        var output = OutputType.Of(context, method, shape, bound.Parent is null ? null : owner.Name, bound.Field.GivenType);
        var resolver = query is null or { IsLeftToMethod: true }
            ? Resolver(bound, output)
            : OuterResolver(bound, query.Resolver(InnerResolver(bound), output.Convert));
        return bound.Field.Describe(context, method, new(bound.Name, output.Type, bound.Arguments.All)
        {
            Resolver = resolver,
            Requires = RequiredOf(bound),
        });
    }

    /// <summary>Binds a method's parameters. The arguments are added to those given, so that two methods can share one field.</summary>
    public BoundMethod Read(Type? parent, MethodInfo method, ArgumentList? shared = null) =>
        Read(parent, context.Descriptions.FieldOf(parent, method), shared, method);

    /// <summary>Binds the parameters of the method that a descriptor names.</summary>
    public BoundMethod Read(Type? parent, FieldDescriptor field, ArgumentList? shared = null, MethodInfo? own = null)
    {
        var method = field.Method ?? own ?? throw new NotSupportedException("the field has no resolver: say Resolve or ResolveWith");
        var arguments = shared ?? new();
        var limits = field.Paging is { } paging
            ? new PagingLimits(paging.DefaultPageSize ?? context.Options.DefaultPageSize, paging.MaxPageSize ?? context.Options.MaxPageSize)
            : null;
        if (limits is not null) Connections.AddArguments(arguments);

        var parameters = method.GetParameters().Select(parameter => context.Arguments.Bind(parameter, parent, arguments, limits, field)).ToArray();
        foreach (var (name, given) in field.ArgumentsLeft) arguments.Add(context.Inputs.Argument(name, given));
        var result = TypeShape.Of(method.ReturnParameter);
        var invoker = new ResolverMethod(method, parameters, field.Instance ?? Instance(method, parent)) { IsSameForAll = IsSameForAll(method, parent) };
        return new(field, invoker, arguments, result, parent, limits);
    }

    /// <summary>The resolver of a method, with the field's middleware around it.</summary>
    public FieldResolver Resolver(BoundMethod bound, OutputType output)
    {
        MiddlewareStep[] steps = [.. OfEveryField, .. bound.Field.Outer, .. bound.Field.Inner];
        return steps.Length == 0 ? Plain(bound, output) : Around(steps, Within(bound, Plain(bound with { Parent = null }, OutputType.AsIs)), output, bound.Method);
    }

    /// <summary>The resolver of a method that gives a list, with what is written within the library's own steps around it.</summary>
    public FieldResolver InnerResolver(BoundMethod bound)
    {
        var plain = Plain(bound with { Parent = null }, OutputType.AsIs);
        MiddlewareStep[] steps = [.. bound.Field.Inner];
        return steps.Length == 0 ? plain : Around(steps, Within(bound, plain), OutputType.AsIs, bound.Method);
    }

    /// <summary>What is written around the library's own steps, around them.</summary>
    public FieldResolver OuterResolver(BoundMethod bound, FieldResolver listed)
    {
        MiddlewareStep[] steps = [.. OfEveryField, .. bound.Field.Outer];
        return steps.Length == 0 ? listed : Around(steps, new(listed, bound.Arguments.All, IsInput: false), OutputType.AsIs, bound.Method);
    }

    /// <summary>Puts the schema's own middleware around a field that no member stands for.</summary>
    public void Surround(FieldDefinition field)
    {
        if (OfEveryField.Count == 0 || field.Resolver is null or MiddlewareResolver) return;

        var target = new MiddlewareTarget(field.Resolver, field.Arguments, IsInput: false);
        field.Resolver = MiddlewareResolver.Around(target, OfEveryField.Select(step => step.Make(context.Services)), convert: null, isSameForAll: false);
    }

    /// <summary>The resolver of a method, without middleware.</summary>
    public FieldResolver Plain(BoundMethod bound, OutputType output)
    {
        var method = bound.Method;
        if (ErrorResults.MayBe(bound.Result.Type)) output = output with { Convert = WithErrors(output.Convert) };
        if (TaskResultOf(method.ReturnType) is { } result)
            return (FieldResolver)Activator.CreateInstance(
                typeof(MethodTaskResolver<>).MakeGenericType(result), bound.Invoker, output.Convert)!;

        return method.IsStatic && bound.Parent is { } parent && method.GetParameters() is [var only] && only.ParameterType == parent
            ? LeafResolvers.Of(context, parent, method, bound.Result, output)
            : new MethodValueResolver(bound.Invoker, output.Convert);
    }

    private static Func<object?, object?> WithErrors(Func<object?, object?>? convert) =>
        convert is null ? ErrorResults.Checked : value => convert(ErrorResults.Checked(value));

    // What a context can be asked for is not known.
    private static IReadOnlyList<string>? RequiredOf(BoundMethod bound)
    {
        if (bound.Parent is not { } parent || !bound.Method.IsStatic) return null;

        var parameters = bound.Method.GetParameters();
        if (Array.Exists(parameters, parameter => parameter.ParameterType == typeof(IResolverContext))) return null;
        return Array.Find(parameters, parameter => ArgumentBinder.IsParent(parameter, parent)) is not { } taken ? []
            : taken.GetCustomAttribute<ParentAttribute>() is { Requires: { Count: > 0 } requires } ? requires
            : null;
    }

    // A mutation's arguments are its method's, also where they come as the fields of one input.
    private static MiddlewareTarget Within(BoundMethod bound, FieldResolver resolver)
    {
        var isInput = bound.Invoker.ReadsInput;
        bound.Invoker.ReadsInput = false;
        return new(resolver, bound.Arguments.All, isInput);
    }

    private MiddlewareResolver Around(IEnumerable<MiddlewareStep> steps, MiddlewareTarget target, OutputType output, MemberInfo member) =>
        MiddlewareResolver.Around(
            target, steps.Select(step => step.Make(context.Services)), output.Convert, member.IsDefined(typeof(SameForAllAttribute)));

    public static string NameOf(MemberInfo member) => BindingContext.NameOf(member)
        ?? (member is MethodInfo method ? TypeNames.Method(method) : TypeNames.Member(member.Name));

    /// <summary>What a Task or ValueTask gives; null for any other type.</summary>
    public static Type? TaskResultOf(Type type)
    {
        if (type == typeof(Task) || type == typeof(ValueTask)) throw new NotSupportedException("the method gives a task without a value");

        return type.IsGenericType && type.GetGenericTypeDefinition() is var definition
            && (definition == typeof(Task<>) || definition == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : null;
    }

    // Services, and resolver classes made from them, may know who asks; so nothing that uses one is taken to be the same for all unasked.
    private bool IsSameForAll(MethodInfo method, Type? parent) => method.IsDefined(typeof(SameForAllAttribute))
        || (Instance(method, parent) is null && !method.GetParameters().Any(parameter => context.Arguments.IsOfCaller(parameter, parent)));

    // A class of resolvers that is not static is made once, from the application's services.
    private Func<object>? Instance(MethodInfo method, Type? parent)
    {
        if (method.IsStatic || (parent is not null && method.DeclaringType!.IsAssignableFrom(parent))) return null;

        var declaring = method.DeclaringType!;
        return () => context.Services.GetService(declaring) ?? ActivatorUtilities.CreateInstance(context.Services, declaring);
    }
}
