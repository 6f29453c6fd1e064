using System.Reflection;
using Investr.GraphQL.Language;

namespace Investr.GraphQL.Types.Binding;

/// <summary>[Authorize] as the executor's rules, and as the directive that the printed schema shows.</summary>
internal static class Authorization
{
    public static DirectiveDefinition Directive { get; } = new(
        "authorize",
        ["OBJECT", "FIELD_DEFINITION"],
        [
            new("policy", BuiltInScalars.String) { RuntimeType = typeof(string), Description = "The policy that the caller must meet." },
            new("roles", new ListType(new NonNullType(BuiltInScalars.String)))
            {
                RuntimeType = typeof(string[]),
                Description = "Roles of which the caller must have one.",
            },
        ])
    { IsRepeatable = true, Description = "The caller must be signed in and meet what is named." };

    public static IReadOnlyList<AuthorizeRule> Of(MemberInfo member) =>
        [.. member.GetCustomAttributes<AuthorizeAttribute>(inherit: true).Select(rule => new AuthorizeRule(rule.Policy, rule.Roles))];

    /// <summary>What a class asks for each of its fields, before what the field asks itself.</summary>
    public static void Protect(FieldDefinition field, MemberInfo? member, IReadOnlyList<AuthorizeRule> ofClass)
    {
        var isOpen = member?.IsDefined(typeof(AllowAnonymousAttribute), inherit: true) == true;
        field.Authorization = isOpen ? [] : [.. ofClass, .. field.Authorization];
    }

    public static IReadOnlyList<AppliedDirective> Applied(IReadOnlyList<AuthorizeRule> rules) => [.. rules.Select(Applied)];

    private static AppliedDirective Applied(AuthorizeRule rule)
    {
        var arguments = new List<ArgumentNode>();
        if (rule.Policy is { } policy) arguments.Add(new(new("policy"), new StringValueNode(policy)));
        if (rule.Roles.Count > 0)
            arguments.Add(new(new("roles"), new ListValueNode([.. rule.Roles.Select(role => new StringValueNode(role))])));
        return new("authorize", arguments);
    }
}
