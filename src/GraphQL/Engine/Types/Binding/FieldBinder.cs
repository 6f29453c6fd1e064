using System.Reflection;
using Investr.GraphQL.Filtering;
using Investr.GraphQL.Paging;
using Investr.GraphQL.Types.Resolvers;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Types.Binding;

/// <summary>A resolver method, read: its parameters bound, its result known.</summary>
internal sealed record BoundMethod(
    string Name, ResolverMethod Invoker, ArgumentList Arguments, TypeShape Result, Type? Parent, PagingLimits? Limits)
{
    public MethodInfo Method => Invoker.Method;
}

/// <summary>Makes fields from properties and from resolver methods.</summary>
internal sealed class FieldBinder(BindingContext context)
{
    public FieldDefinition Property(FieldsType owner, Type parent, PropertyInfo property)
    {
        var shape = TypeShape.Of(property);
        var output = OutputType.Of(context, property, shape, owner.Name);
        return Described(property, new(NameOf(property), output.Type, [])
        {
            Resolver = LeafResolvers.Of(context, parent, property.GetMethod!, shape, output),
        });
    }

    /// <summary>A property of an interface, whose implementers resolve it.</summary>
    public FieldDefinition Abstract(InterfaceType owner, PropertyInfo property) =>
        Described(property, new(NameOf(property), OutputType.Of(context, property, TypeShape.Of(property), owner.Name).Type, []));

    public FieldDefinition Method(FieldsType owner, Type? parent, MethodInfo method)
    {
        if (method.IsDefined(typeof(BatchResolverAttribute))) return Described(method, context.Batches.Field(owner, parent, method));

        var bound = Read(parent, method);
        var query = ListQuery.Of(context, bound);
        if (bound.Limits is not null) return Described(method, Connections.Field(context, bound, query));

        var output = OutputType.Of(context, method, bound.Result, parent is null ? null : owner.Name);
        var resolver = query is null
            ? Resolver(bound, output)
            : query.Resolver(bound, Resolver(bound with { Parent = null }, OutputType.AsIs), output.Convert);
        return Described(method, new(bound.Name, output.Type, bound.Arguments.All) { Resolver = resolver });
    }

    /// <summary>Binds a method's parameters. The arguments are added to those given, so that two methods can share one field.</summary>
    public BoundMethod Read(Type? parent, MethodInfo method, ArgumentList? shared = null)
    {
        var arguments = shared ?? new();
        var limits = method.GetCustomAttribute<UsePagingAttribute>() is { } paging
            ? new PagingLimits(paging.Default ?? context.Options.DefaultPageSize, paging.Max ?? context.Options.MaxPageSize)
            : null;
        if (limits is not null) Connections.AddArguments(arguments);

        var parameters = method.GetParameters().Select(parameter => context.Arguments.Bind(parameter, parent, arguments, limits)).ToArray();
        var result = TypeShape.Of(method.ReturnParameter);
        var invoker = new ResolverMethod(method, parameters, Instance(method, parent)) { IsSameForAll = IsSameForAll(method, parent) };
        return new(NameOf(method), invoker, arguments, result, parent, limits);
    }

    public FieldResolver Resolver(BoundMethod bound, OutputType output)
    {
        var method = bound.Method;
        if (TaskResultOf(method.ReturnType) is { } result)
            return (FieldResolver)Activator.CreateInstance(
                typeof(MethodTaskResolver<>).MakeGenericType(result), bound.Invoker, output.Convert)!;

        return method.IsStatic && bound.Parent is { } parent && method.GetParameters() is [var only] && only.ParameterType == parent
            ? LeafResolvers.Of(context, parent, method, bound.Result, output)
            : new MethodValueResolver(bound.Invoker, output.Convert);
    }

    /// <summary>Gives a field what its member says of it beside its type.</summary>
    public FieldDefinition Described(MemberInfo member, FieldDefinition field)
    {
        field.Description ??= context.Describe(member);
        field.DeprecationReason = BindingContext.DeprecationOf(member);
        field.Authorization = Authorization.Of(member);
        field.Directives = [.. context.Costs.Of(member), .. Tags.Of(member)];
        return field;
    }

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
