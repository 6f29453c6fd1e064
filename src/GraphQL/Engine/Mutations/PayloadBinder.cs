using System.Reflection;
using Investr.GraphQL.Descriptors;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Mutations;

/// <summary>Makes a mutation's payload type and the resolver that fills it.</summary>
internal sealed class PayloadBinder(BindingContext context, string mutation, MethodInfo method, UseMutationConventionAttribute? convention)
{
    public (ObjectType Type, FieldResolver Resolver) Bind(BoundMethod bound, ResultShape? told)
    {
        var output = convention?.SpreadResult == true ? null : OutputType.Of(context, method, bound.Result, ownerName: null, bound.Field.GivenType);
        var inner = context.Fields.Resolver(bound, told is null && output is not null ? output : OutputType.AsIs);
        var named = method.GetCustomAttributes().OfType<IErrorAttribute>().Select(attribute => attribute.ErrorType);
        var errors = named.Concat(told?.Errors ?? []).Distinct().ToArray();

        var payload = context.Types.GetOrAdd(mutation + "Payload", () => new ObjectType(mutation + "Payload"));
        var fields = output is null ? Spread(bound.Result.Type) : [Single(output, bound.Result)];
        payload.SetFields(errors.Length == 0 ? fields : [.. fields, Errors(errors)]);
        return (payload, new PayloadResolver(inner, new(errors, context.Configuration.PayloadErrors), output?.Convert));
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
            var field = FieldDescriptor.Of(context, property);
            var output = OutputType.Of(context, property, TypeShape.Of(property), ownerName: null, field.GivenType);
            return field.Describe(context, property, new(field.GivenName, output.Type.Nullable, [])
            {
                Resolver = DelegateResolver.Of<MutationPayload>(payload =>
                    payload.Result is { } value ? Read(property, value, output.Convert) : null),
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
