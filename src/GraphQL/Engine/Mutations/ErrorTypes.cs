using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Mutations;

/// <summary>Makes the object types of payload errors: the registered interface's fields first, then what the error itself tells.</summary>
internal sealed class ErrorTypes(BindingContext context)
{
    public ObjectType Of(Type error)
    {
        var face = Interface();
        var name = context.Types.NameOf(error) is var given && given != TypeNames.Type(error) ? given : TypeNames.Error(error);
        var type = context.Types.Object(error, name);
        if (type.Interfaces.Contains(face)) return type;

        type.Interfaces = [.. type.Interfaces, face];
        context.Types.Later(() => Order(type, face));
        return type;
    }

    private static void Order(ObjectType type, InterfaceType face) => type.SetFields(
    [
        .. face.Fields.Select(shared => type.FindField(shared.Name)).OfType<FieldDefinition>(),
        .. type.Fields.Where(field => face.FindField(field.Name) is null),
    ]);

    private InterfaceType Interface()
    {
        if (context.Configuration.ErrorInterface is { } given) return (InterfaceType)context.Types.Output(given);

        return context.Types.GetOrAdd("Error", () =>
        {
            var made = new InterfaceType("Error");
            made.SetFields([new("message", new NonNullType(BuiltInScalars.String), [])]);
            return made;
        });
    }
}
