using System.Reflection;
using Investr.GraphQL.Descriptors;

namespace Investr.GraphQL.Types.Binding;

/// <summary>Makes enums from C# enums.</summary>
internal static class EnumBinder
{
    public static EnumType Bind(BindingContext context, Type type)
    {
        var (naming, descriptor) = (context.Options.EnumValueNaming ?? TypeNames.EnumValue, context.Descriptions.FindEnum(type));
        var values = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !BindingContext.IsIgnored(field))
            .Select(field => (Field: field, Value: field.GetValue(null)!))
            .Where(pair => descriptor?.Has(pair.Value) != false)
            .Select(pair => Value(pair.Field, pair.Value, descriptor?.Find(pair.Value)));
        return new(descriptor?.GivenName ?? TypeNames.Type(type), type, [.. values])
        {
            Description = descriptor?.GivenDescription ?? context.Describe(type),
            Directives = [.. Tags.Of(type)],
        };

        EnumValueDefinition Value(FieldInfo field, object value, EnumValueDescriptor? given) => new(
            given?.GivenName ?? BindingContext.NameOf(field) ?? naming(field.Name),
            value,
            given?.GivenDescription ?? context.Describe(field),
            given?.DeprecationReason ?? BindingContext.DeprecationOf(field))
        { Directives = [.. Tags.Of(field)] };
    }
}
