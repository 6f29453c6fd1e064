using System.Reflection;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Descriptors;

/// <summary>What descriptors say of the types of a schema, all of it before the first type is made.</summary>
internal sealed class Descriptions(BindingContext context)
{
    private readonly Dictionary<Type, FieldsDescriptor> _objects = [];
    private readonly Dictionary<Type, InputDescriptor> _inputs = [];
    private readonly Dictionary<Type, EnumDescriptor> _enums = [];
    private readonly Dictionary<Type, (Type Target, UnionTypeDescriptor Union)> _unions = [];

    /// <summary>Asks the classes that describe types, and the <c>Configure</c> methods of [ObjectType&lt;T&gt;] classes.</summary>
    public void Read()
    {
        foreach (var description in context.Annotated.Described)
            context.Attempt(description.Name, () => Ask(description));
        foreach (var (type, extensions) in context.Annotated.Extensions)
        {
            foreach (var extension in extensions.ToArray()) context.Attempt(extension.Class.Name, () => Ask(type, extension.Class));
        }
    }

    public FieldsDescriptor? FindObject(Type type) => _objects.GetValueOrDefault(type);

    public InputDescriptor? FindInput(Type type) => _inputs.GetValueOrDefault(type);

    public EnumDescriptor? FindEnum(Type type) => _enums.GetValueOrDefault(type);

    /// <summary>What is said of a member's field.</summary>
    public FieldDescriptor FieldOf(Type? owner, MemberInfo member) =>
        (owner is null ? null : FindObject(owner)?.Members.GetValueOrDefault(member)) ?? FieldDescriptor.Of(context, member);

    /// <summary>The union that a class describes; null where it describes another type.</summary>
    public UnionType? UnionOf(Type description) => _unions.TryGetValue(description, out var known) ? Union(description, known.Target, known.Union) : null;

    /// <summary>The described union of the values of a CLR type; null where there is none.</summary>
    public UnionType? UnionOfTarget(Type target) =>
        _unions.FirstOrDefault(pair => pair.Value.Target == target) is { Key: { } description } ? UnionOf(description) : null;

    public void DescribeObject<T>(Type source, Action<ObjectTypeDescriptor<T>> configure)
    {
        var descriptor = (ObjectTypeDescriptor<T>)(_objects.TryGetValue(typeof(T), out var known) ? known : _objects[typeof(T)] = new ObjectTypeDescriptor<T>(context));
        configure(descriptor);
        context.Annotated.Change(typeof(T), source, extension => extension with
        {
            BindExplicitly = extension.BindExplicitly || descriptor.IsExplicit,
            Include = [.. extension.Include, .. descriptor.Members.Keys.Select(member => member.Name)],
            Ignore = [.. extension.Ignore, .. descriptor.Ignored],
        });
    }

    public void DescribeUnion(Type source, Type target, Action<IUnionTypeDescriptor> configure)
    {
        var descriptor = new UnionTypeDescriptor();
        configure(descriptor);
        _unions[source] = (target, descriptor);
    }

    public void DescribeInput<T>(Action<IInputObjectTypeDescriptor<T>> configure)
    {
        var descriptor = new InputTypeDescriptor<T>();
        configure(descriptor);
        _inputs[typeof(T)] = descriptor;
    }

    public void DescribeEnum<T>(Action<IEnumTypeDescriptor<T>> configure) where T : struct, Enum
    {
        var descriptor = new EnumTypeDescriptor<T>();
        configure(descriptor);
        _enums[typeof(T)] = descriptor;
    }

    private TypeDescription Ask(Type description)
    {
        var made = (TypeDescription)Activator.CreateInstance(description)!;
        made.Describe(context);
        return made;
    }

    private object? Ask(Type type, Type source)
    {
        var parameter = typeof(IObjectTypeDescriptor<>).MakeGenericType(type);
        if (source.GetMethod("Configure", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [parameter]) is not { } method) return null;

        typeof(Descriptions).GetMethod(nameof(AskStatic), BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(type)
            .CreateDelegate<Action<Type, MethodInfo>>(this)(source, method);
        return null;
    }

    private void AskStatic<T>(Type source, MethodInfo method) =>
        DescribeObject<T>(source, method.CreateDelegate<Action<IObjectTypeDescriptor<T>>>());

    private UnionType Union(Type description, Type target, UnionTypeDescriptor union)
    {
        var name = union.GivenName ?? BindingContext.NameOf(description) ?? TypeNames.Type(target == typeof(object) ? description : target);
        return context.Types.GetOrAdd(name, () =>
        {
            var made = new UnionType(name) { Description = union.GivenDescription ?? context.Describe(description) ?? context.Describe(target) };
            if (union.Members.Count == 0) context.Types.AddUnion(made, target);
            else context.Types.Later(() => made.Members = [.. union.Members.Select(member => MemberOf(made, member))]);
            return made;
        });
    }

    private ObjectType MemberOf(UnionType union, TypeReference member) => member.Resolve(context, isInput: false) as ObjectType
        ?? throw new NotSupportedException($"{union.Name} is a union of object types, and {member.Class!.Name} is none");
}
