using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using Investr.GraphQL.Descriptors;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Filtering;
using Investr.GraphQL.Paging;
using Investr.GraphQL.Types.Inputs;
using Investr.GraphQL.Types.Resolvers;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Types.Binding;

/// <summary>Where a resolver method's parameters get their values: the parent, the request, the services, else an argument.</summary>
internal sealed class ArgumentBinder(BindingContext context)
{
    /// <param name="parameter">The parameter.</param>
    /// <param name="parent">The CLR type of the objects that the field belongs to; null for a root type.</param>
    /// <param name="arguments">Takes the parameter, where it is an argument.</param>
    /// <param name="limits">The field's page sizes; null where it is no connection.</param>
    /// <param name="field">What is said of the field; null where nothing is.</param>
    public ParameterReader Bind(ParameterInfo parameter, Type? parent, ArgumentList arguments, PagingLimits? limits, FieldDescriptor? field = null)
    {
        var type = parameter.ParameterType;
        if (IsParent(parameter, parent))
            return (frame, _) => Expression.Convert(Expression.Property(frame, nameof(ResolverFrame.Parent)), type);
        if (parameter.IsDefined(typeof(ArgumentAttribute))) return Argument(parameter, arguments, field);
        if (parameter.IsDefined(typeof(EventMessageAttribute)))
            return (frame, _) => Expression.Convert(Expression.Property(frame, nameof(ResolverFrame.Event)), type);
        if (parameter.GetCustomAttribute<GlobalStateAttribute>() is { } state) return State(parameter, state.Key ?? parameter.Name!);
        if (parameter.GetCustomAttribute<IsSelectedAttribute>() is { } selected)
            return (frame, _) => Expression.Call(typeof(ArgumentBinder), nameof(IsSelected), null, frame, Expression.Constant(selected.FieldName));
        if (parameter.IsDefined(typeof(ServiceAttribute)) || context.IsService(type)) return Service(parameter);
        if (type == typeof(PagingArguments))
        {
            var page = limits ?? throw new NotSupportedException($"{parameter.Name} is PagingArguments, and the field has no [UsePaging]");
            return (frame, values) => Expression.Call(typeof(PagingLimits), nameof(PagingLimits.Read), null, Expression.Constant(page), frame, values);
        }

        if (ListQuery.QueryContextItemOf(type) is { } item)
        {
            if (field is null or { Filtering: null, Sorting: null, IsProjected: false })
                throw new NotSupportedException($"{parameter.Name} is a QueryContext, and the field has no [UseFiltering], [UseSorting] or [UseProjection]");
            return (frame, values) => Expression.Call(
                typeof(ListQuery), nameof(ListQuery.ContextOf), [item], Expression.Constant(field), frame, values);
        }

        return OfRequest(type) ?? Argument(parameter, arguments, field);
    }

    /// <summary>Whether a parameter's value may depend on who asks: it is of the request, or a service.</summary>
    public bool IsOfCaller(ParameterInfo parameter, Type? parent)
    {
        if (IsParent(parameter, parent) || parameter.IsDefined(typeof(ArgumentAttribute)) || parameter.IsDefined(typeof(EventMessageAttribute))) return false;

        var type = parameter.ParameterType;
        return parameter.IsDefined(typeof(GlobalStateAttribute)) || type == typeof(IServiceProvider) || type == typeof(IResolverContext) || type == typeof(ClaimsPrincipal)
            || parameter.IsDefined(typeof(ServiceAttribute)) || context.IsService(type);
    }

    // Hot Chocolate asks for [Parent]; a first parameter that can only be the parent is taken for it all the same.
    public static bool IsParent(ParameterInfo parameter, Type? parent) =>
        parameter.IsDefined(typeof(ParentAttribute))
        || (parent is not null && parameter.Position == 0 && parameter.ParameterType == parent
            && !parameter.IsDefined(typeof(ArgumentAttribute)));

    private static ParameterReader? OfRequest(Type type)
    {
        if (type == typeof(CancellationToken)) return (frame, _) => Expression.Property(frame, nameof(ResolverFrame.RequestAborted));
        if (type == typeof(IServiceProvider)) return (frame, _) => Expression.Property(frame, nameof(ResolverFrame.Services));
        if (type == typeof(IResolverContext)) return (frame, _) => Expression.Call(frame, nameof(ResolverFrame.ToContext), null);
        if (type == typeof(FieldDefinition)) return (frame, _) => Expression.Property(Context(frame), nameof(IResolverContext.Field));
        if (type == typeof(ISelection)) return (frame, _) => Expression.Property(Context(frame), nameof(IResolverContext.Selection));
        if (type == typeof(FieldPath)) return (frame, _) => Expression.Property(Context(frame), nameof(IResolverContext.Path));
        if (type == typeof(Schema)) return (frame, _) => Expression.Property(frame, nameof(ResolverFrame.Schema));
        if (type == typeof(ClaimsPrincipal))
        {
            // Nobody is a principal too: one without an identity.
            return (frame, _) => Expression.Coalesce(
                Expression.Property(frame, nameof(ResolverFrame.User)), Expression.New(typeof(ClaimsPrincipal)));
        }

        return null;
    }

    private static MethodCallExpression Context(ParameterExpression frame) => Expression.Call(frame, nameof(ResolverFrame.ToContext), null);

    private static bool IsSelected(ResolverFrame frame, string fieldName) =>
        frame.Plan is { } plan && plan.Selection.Selects(plan.Definition.Type.Named, fieldName);

    private static ParameterReader State(ParameterInfo parameter, string key)
    {
        var mayBeMissing = parameter.HasDefaultValue || TypeShape.Of(parameter).IsNullable;
        return (frame, _) => Expression.Call(
            typeof(ArgumentBinder), nameof(Stated), [parameter.ParameterType],
            frame, Expression.Constant(key), Expression.Constant(mayBeMissing),
            Expression.Constant(InputBinder.DefaultOf(parameter), parameter.ParameterType));
    }

    private static T Stated<T>(ResolverFrame frame, string key, bool mayBeMissing, T fallback) =>
        frame.ContextData.TryGetValue(key, out var value) ? (T)value!
        : mayBeMissing ? fallback
        : throw new InvalidOperationException($"The request's state has no {key}.");

    private static ParameterReader Service(ParameterInfo parameter)
    {
        var isOptional = parameter.HasDefaultValue || TypeShape.Of(parameter).IsNullable;
        var method = isOptional ? nameof(ResolverFrame.FindService) : nameof(ResolverFrame.GetService);
        return (frame, _) => Expression.Call(frame, method, [parameter.ParameterType]);
    }

    private ParameterReader Argument(ParameterInfo parameter, ArgumentList arguments, FieldDescriptor? field)
    {
        var place = arguments.Add(context.Inputs.Argument(parameter, field?.TakeArgument(BindingContext.NameOf(parameter) ?? TypeNames.Member(parameter.Name!))));
        var fallback = InputBinder.DefaultOf(parameter);
        return (_, values) => Expression.Call(
            typeof(ArgumentBinder), nameof(Read), [parameter.ParameterType],
            values, Expression.Constant(place), Expression.Constant(fallback, parameter.ParameterType));
    }

    private static T Read<T>(object?[] arguments, int place, T fallback) =>
        arguments[place] is var value && ReferenceEquals(value, Missing.Value) ? fallback : (T)value!;
}
