using System.Globalization;
using System.Reflection;
using Investr.GraphQL.Language;
using Investr.GraphQL.Security;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Investr.GraphQL.Caching;

/// <summary>The directive of [CacheControl], as caches and other servers of the schema read it.</summary>
internal static class CacheControls
{
    private const string MaxAge = "maxAge", Scope = "scope", Inherit = "inheritMaxAge";

    private static readonly EnumType ScopeType = new(
        "CacheControlScope",
        typeof(CacheControlScope),
        [new("PUBLIC", CacheControlScope.Public, "Everybody, proxies too."), new("PRIVATE", CacheControlScope.Private, "The client alone.")])
    { Description = "Who may keep an answer." };

    public static DirectiveDefinition Directive { get; } = new(
        "cacheControl",
        ["FIELD_DEFINITION", "INTERFACE", "OBJECT", "UNION"],
        [
            new(MaxAge, BuiltInScalars.Int) { RuntimeType = typeof(int?), Description = "How many seconds it stays good." },
            new(Scope, ScopeType) { RuntimeType = typeof(CacheControlScope?), Description = "Who may keep it." },
            new(Inherit, BuiltInScalars.Boolean) { RuntimeType = typeof(bool?), Description = "Whether it is as good as what it belongs to." },
        ])
    { Description = "How long an answer may be kept." };

    /// <summary>What the first of some members that says something of it says.</summary>
    public static IEnumerable<AppliedDirective> Of(BindingContext context, params IEnumerable<ICustomAttributeProvider> members)
    {
        var told = members.SelectMany(member => member.GetCustomAttributes(typeof(CacheControlAttribute), inherit: false)).OfType<CacheControlAttribute>();
        foreach (var control in told.Take(1))
        {
            context.Types.GetOrAdd(ScopeType.Name, () => ScopeType);
            yield return new(Directive.Name, [.. Arguments(control)]);
        }
    }

    /// <summary>What directives say; nothing where there is none.</summary>
    public static CacheHint HintIn(IReadOnlyList<AppliedDirective> directives)
    {
        if (CostDirectives.Find(directives, Directive.Name) is not { } told) return default;

        return new(
            Value<IntValueNode>(MaxAge) is { } seconds ? int.Parse(seconds.Value, CultureInfo.InvariantCulture) : null,
            Value<EnumValueNode>(Scope) is { Value: "PRIVATE" },
            Value<BooleanValueNode>(Inherit) is { Value: true });

        T? Value<T>(string name) where T : ValueNode => told.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value as T;
    }

    private static IEnumerable<ArgumentNode> Arguments(CacheControlAttribute control)
    {
        if (control.Seconds is { } seconds) yield return new(new(MaxAge), new IntValueNode(seconds.ToString(CultureInfo.InvariantCulture)));
        if (control.Scope == CacheControlScope.Private) yield return new(new(Scope), new EnumValueNode("PRIVATE"));
        if (control.InheritMaxAge) yield return new(new(Inherit), new BooleanValueNode(true));
    }
}

/// <summary>What a field or a type says of the time that it stays good.</summary>
internal readonly record struct CacheHint(int? Seconds, bool IsPrivate, bool Inherits);
