using System.Reflection;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Mutations;

/// <summary>Makes a mutation: one input, and a payload of the result and the errors that the mutation names.</summary>
internal static class MutationConventions
{
    public static FieldDefinition? Field(BindingContext context, ObjectType root, MethodInfo method)
    {
        var convention = method.GetCustomAttribute<UseMutationConventionAttribute>();
        var applies = convention is null ? context.Options.MutationConventions : !convention.Disable;
        var bound = context.Fields.Read(parent: null, method);
        if (bound.Field.IsIgnored || !applies || IsPayload(bound.Result)) return context.Fields.Method(root, bound);

        var told = ResultShape.Of(method);
        if (told is not null) bound = bound with { Result = told.Result };

        var name = TypeNames.Capitalized(bound.Name);
        var arguments = Arguments(context, bound, name);
        var payload = new PayloadBinder(context, name, method, convention).Bind(bound, told);
        return bound.Field.Describe(context, method, new(bound.Name, new NonNullType(payload.Type), arguments) { Resolver = payload.Resolver });
    }

    private static bool IsPayload(TypeShape result) =>
        result.Item is null && TypeNames.Type(result.Type).EndsWith("Payload", StringComparison.Ordinal);

    private static IReadOnlyList<ArgumentDefinition> Arguments(BindingContext context, BoundMethod bound, string name)
    {
        if (bound.Arguments.All is [] or [{ Name: "input", Type.Named: InputObjectType }]) return bound.Arguments.All;

        bound.Invoker.ReadsInput = true;
        var input = context.Types.GetOrAdd(name + "Input", () =>
            new InputObjectType(name + "Input", typeof(object?[])) { Create = values => values });
        input.SetFields(bound.Arguments.All);
        return [new("input", new NonNullType(input)) { RuntimeType = typeof(object?[]) }];
    }
}
