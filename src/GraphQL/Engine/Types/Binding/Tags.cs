using System.Reflection;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types.Binding;

/// <summary>The directive of [Tag].</summary>
internal static class Tags
{
    public static DirectiveDefinition Directive { get; } = new(
        "tag",
        [
            "ARGUMENT_DEFINITION", "ENUM", "ENUM_VALUE", "FIELD_DEFINITION", "INPUT_FIELD_DEFINITION", "INPUT_OBJECT", "INTERFACE", "OBJECT", "UNION",
        ],
        [
            new("name", new NonNullType(BuiltInScalars.String)) { RuntimeType = typeof(string), Description = "The tag." },
        ])
    {
        Description = "A name that tools find the element by.",
        IsRepeatable = true,
    };

    /// <summary>The tags of all that makes up one element, each once, in their order.</summary>
    public static IEnumerable<AppliedDirective> Of(params IEnumerable<ICustomAttributeProvider> members) => members
        .SelectMany(member => member.GetCustomAttributes(typeof(TagAttribute), inherit: false))
        .Select(tag => ((TagAttribute)tag).Name)
        .Distinct(StringComparer.Ordinal)
        .Select(Named);

    public static AppliedDirective Named(string name) => new(Directive.Name, [new(new("name"), new StringValueNode(name))]);
}
