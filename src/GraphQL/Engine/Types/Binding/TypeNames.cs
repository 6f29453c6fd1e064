using System.Reflection;
using System.Text;

namespace Investr.GraphQL.Types.Binding;

/// <summary>The names that CLR names get in the schema: Hot Chocolate's rules, so that a schema survives the move.</summary>
internal static class TypeNames
{
    /// <summary>A field or argument: <c>FOOBar</c> is <c>fooBar</c>, <c>IPAddress</c> is <c>ipAddress</c>, <c>ID</c> is <c>id</c>.</summary>
    public static string Member(string name)
    {
        var capitals = 0;
        while (capitals < name.Length && char.IsUpper(name[capitals])) capitals++;
        if (capitals == 0) return name;

        // The last capital of a run begins the next word, where one follows.
        if (capitals > 1 && capitals < name.Length && char.IsLetter(name[capitals])) capitals--;
        return name[..capitals].ToLowerInvariant() + name[capitals..];
    }

    /// <summary>A method's field: without <c>Get</c> in front and, where it is asynchronous, without <c>Async</c> behind.</summary>
    public static string Method(MethodInfo method)
    {
        var name = method.Name;
        if (name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3) name = name[3..];
        if (IsAsynchronous(method.ReturnType) && name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5) name = name[..^5];
        return Member(name);
    }

    /// <summary>A type: <c>KeyValuePair&lt;string, int&gt;</c> is <c>KeyValuePairOfStringAndInt32</c>.</summary>
    public static string Type(Type type)
    {
        if (type.GetCustomAttribute<GraphQLNameAttribute>(inherit: false) is { } given) return given.Name;
        if (!type.IsGenericType) return type.Name;

        var bare = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"{bare}Of{string.Join("And", type.GetGenericArguments().Select(Type))}";
    }

    /// <summary>An input object: the type's name with <c>Input</c> behind, where it is not there yet.</summary>
    public static string Input(Type type)
    {
        var name = Type(type);
        var isGiven = type.IsDefined(typeof(GraphQLNameAttribute), inherit: false);
        return isGiven || name.EndsWith("Input", StringComparison.Ordinal) ? name : name + "Input";
    }

    /// <summary>A payload's error: <c>XException</c> is <c>XError</c>.</summary>
    public static string Error(Type type)
    {
        var name = Type(type);
        if (type.IsDefined(typeof(GraphQLNameAttribute), inherit: false) || name.EndsWith("Error", StringComparison.Ordinal)) return name;
        return (name.EndsWith("Exception", StringComparison.Ordinal) ? name[..^"Exception".Length] : name) + "Error";
    }

    /// <summary>An enum value: <c>FooBar</c> is <c>FOO_BAR</c>, <c>ABCFoo</c> is <c>ABC_FOO</c>; what is all capitals stays.</summary>
    public static string EnumValue(string name)
    {
        if (!name.Any(char.IsLower)) return name;

        var value = new StringBuilder(name.Length + 4);
        for (var at = 0; at < name.Length; at++)
        {
            var startsWord = at > 0 && char.IsUpper(name[at]) && name[at - 1] != '_'
                && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
            if (startsWord) value.Append('_');
            value.Append(char.ToUpperInvariant(name[at]));
        }

        return value.ToString();
    }

    /// <summary>The name of a connection or payload: the field's, with a capital.</summary>
    public static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static bool IsAsynchronous(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return definition == typeof(Task<>) || definition == typeof(ValueTask<>) || definition == typeof(Task)
            || definition == typeof(ValueTask) || definition == typeof(IAsyncEnumerable<>);
    }
}
