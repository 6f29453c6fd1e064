using System.Reflection;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Mutations;

/// <summary>Makes a mutation's payload type and the resolver that fills it.</summary>
internal sealed class PayloadBinder(BindingContext context, string mutation, MethodInfo method, UseMutationConventionAttribute? convention)
{
    public (ObjectType Type, FieldResolver Resolver) Bind(BoundMethod bound)
    {
        var output = convention?.SpreadResult == true ? null : OutputType.Of(context, method, bound.Result, ownerName: null);
        var inner = context.Fields.Resolver(bound, output ?? new(BuiltInScalars.String, null, null));
        var errors = method.GetCustomAttributes().OfType<IErrorAttribute>().Select(attribute => attribute.ErrorType).ToArray();

        var payload = context.Types.GetOrAdd(mutation + "Payload", () => new ObjectType(mutation + "Payload"));
        var fields = output is null ? Spread(bound.Result.Type) : [Single(output, bound.Result)];
        payload.SetFields(errors.Length == 0 ? fields : [.. fields, Errors(errors)]);
        return (payload, new PayloadResolver(inner, new(errors, context.Configuration.PayloadErrors)));
    }

    private FieldDefinition Single(OutputType output, TypeShape result) =>
        new(convention?.PayloadFieldName ?? FieldName(output.Type, result), output.Type.Nullable, [])
        {
            Resolver = DelegateResolver.Of<MutationPayload>(payload => payload.Result),
        };

    private static string FieldName(GraphQLType type, TypeShape result)
    {
        var name = TypeNames.Member(type.Named.Name);
        return result.Item is null ? name : Plural(name);
    }

    private static string Plural(string name) => name switch
    {
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => name + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => name[..^1] + "ies",
        _ => name + "s",
    };

    private IReadOnlyList<FieldDefinition> Spread(Type result) =>
    [
        .. OutputBinder.Properties(result, []).Select(property => context.Attempt($"{mutation}Payload.{FieldBinder.NameOf(property)}", () =>
        {
            var output = OutputType.Of(context, property, TypeShape.Of(property), ownerName: null);
            return context.Fields.Described(property, new(FieldBinder.NameOf(property), output.Type.Nullable, [])
            {
                Resolver = DelegateResolver.Of<MutationPayload>(payload => payload.Result is { } value ? Read(property, value, output.Convert) : null),
            });
        })).OfType<FieldDefinition>(),
    ];

    private static object? Read(PropertyInfo property, object value, Func<object?, object?>? convert) =>
        convert is null ? property.GetValue(value) : convert(property.GetValue(value));

    private FieldDefinition Errors(IReadOnlyList<Type> errors)
    {
        var union = context.Types.GetOrAdd(mutation + "Error", () => new UnionType(mutation + "Error"));
        union.Members = [.. errors.Select(error => new ErrorTypes(context).Of(error))];
        return new("errors", new ListType(new NonNullType(union)), [])
        {
            Resolver = DelegateResolver.Of<MutationPayload>(payload => payload.Errors),
        };
    }
}

/// <summary>What a mutation came to: its result, or the errors that it tells.</summary>
internal sealed record MutationPayload(object? Result, IReadOnlyList<object>? Errors);

/// <summary>Runs a mutation and turns the exceptions that it names into its payload's errors. Any other exception goes its way.</summary>
internal sealed class PayloadResolver(FieldResolver inner, NamedErrors errors) : TaskResolver
{
    public override Task Resolve(ResolverFrame frame) => RunAsync(frame);

    public override object? ResultOf(Task task) => ((Task<MutationPayload>)task).Result;

    private async Task<MutationPayload> RunAsync(ResolverFrame frame)
    {
        try
        {
            if (inner is not TaskResolver resolver) return new(((ValueResolver)inner).Resolve(frame), Errors: null);
            if (resolver.Resolve(frame) is not { } task) return new(Result: null, Errors: null);

            await task;
            return new(resolver.ResultOf(task), Errors: null);
        }
        catch (Exception thrown) when (errors.Of(thrown) is { } told)
        {
            return new(Result: null, told);
        }
    }
}

/// <summary>The errors that a mutation names.</summary>
internal sealed class NamedErrors(IReadOnlyList<Type> types, IReadOnlyList<Func<Exception, IReadOnlyList<object>?>> carried)
{
    /// <summary>What an exception tells as the payload's errors; null where the mutation does not name all of it.</summary>
    public IReadOnlyList<object>? Of(Exception thrown)
    {
        if (IsNamed(thrown)) return [thrown];

        IReadOnlyList<object> told = thrown switch
        {
            IPayloadErrors carrier => carrier.PayloadErrors,
            AggregateException several => [.. several.InnerExceptions.SelectMany(inner => Of(inner) ?? [inner])],
            _ => carried.Select(errors => errors(thrown)).FirstOrDefault(errors => errors is not null) ?? [],
        };
        return told.Count > 0 && told.All(IsNamed) ? told : null;
    }

    private bool IsNamed(object error) => types.Any(type => type.IsInstanceOfType(error));
}
