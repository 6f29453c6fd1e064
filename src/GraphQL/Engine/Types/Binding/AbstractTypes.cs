namespace Investr.GraphQL.Types.Binding;

/// <summary>Ties object types to the interfaces and unions that their CLR types belong to, once all of them are known.</summary>
internal static class AbstractTypes
{
    public static void Bind(BindingContext context)
    {
        foreach (var (union, type) in context.Types.Unions)
            union.Members = [.. context.Types.ObjectsOf(type).OrderBy(member => context.Annotated.Objects.IndexOf(member.RuntimeType!))];

        var faces = context.Types.All.OfType<InterfaceType>().Where(face => face.RuntimeType is not null).ToArray();
        foreach (var type in context.Types.All.OfType<FieldsType>())
        {
            var runtime = (type as ObjectType)?.RuntimeType ?? (type as InterfaceType)?.RuntimeType;
            var implemented = faces.Where(face => face != type && runtime is not null && face.RuntimeType!.IsAssignableFrom(runtime));
            type.Interfaces = [.. type.Interfaces.Concat(implemented).Distinct().OrderBy(face => face.Name, StringComparer.Ordinal)];
        }
    }
}
