using System.Reflection;

namespace Investr.GraphQL.Types.Binding;

/// <summary>Makes enums from C# enums.</summary>
internal static class EnumBinder
{
    public static EnumType Bind(BindingContext context, Type type)
    {
        var naming = context.Options.EnumValueNaming ?? TypeNames.EnumValue;
        var values = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !BindingContext.IsIgnored(field))
            .Select(field => new EnumValueDefinition(
                BindingContext.NameOf(field) ?? naming(field.Name),
                field.GetValue(null)!,
                context.Describe(field),
                BindingContext.DeprecationOf(field))
            { Directives = [.. Tags.Of(field)] });
        return new(TypeNames.Type(type), type, [.. values]) { Description = context.Describe(type), Directives = [.. Tags.Of(type)] };
    }
}
