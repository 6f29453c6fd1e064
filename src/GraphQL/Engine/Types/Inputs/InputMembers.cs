using System.Reflection;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Types.Inputs;

/// <summary>A field of an input class: a constructor's parameter, a property that can be set, or both as one.</summary>
internal sealed record InputMember(string Name, Type Type, ParameterInfo? Parameter, PropertyInfo? Property)
{
    public IReadOnlyList<ICustomAttributeProvider> Attributes { get; } =
        [.. new ICustomAttributeProvider?[] { Property, Parameter }.OfType<ICustomAttributeProvider>()];
}

/// <summary>How an input class is made: through its widest public constructor, then its other properties.</summary>
internal sealed record InputMembers(ConstructorInfo? Constructor, IReadOnlyList<InputMember> All)
{
    public static InputMembers Of(Type type)
    {
        var constructor = type.GetConstructors()
            .Where(candidate => candidate.GetParameters() is not [var only] || only.ParameterType != type)
            .MaxBy(candidate => candidate.GetParameters().Length);
        if (constructor is null && !type.IsValueType) throw new NotSupportedException($"{type.Name} has no public constructor");

        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0).ToList();
        var parameters = (constructor?.GetParameters() ?? [])
            .Select(parameter => new InputMember(parameter.Name!, parameter.ParameterType, parameter, Matching(properties, parameter)))
            .ToList();
        var others = properties
            .Where(property => property.SetMethod is { IsPublic: true } && !parameters.Exists(member => member.Property == property))
            .Select(property => new InputMember(property.Name, property.PropertyType, null, property));
        return new(constructor, [.. parameters.Concat(others).Where(member => !member.Attributes.Any(BindingContext.IsIgnored))]);
    }

    private static PropertyInfo? Matching(List<PropertyInfo> properties, ParameterInfo parameter) => properties.Find(property =>
        string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
        && property.PropertyType == parameter.ParameterType);
}
