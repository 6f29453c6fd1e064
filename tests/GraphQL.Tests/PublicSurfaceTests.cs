using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Investr.DataLoader;
using Investr.GraphQL.AspNetCore;
using Investr.GraphQL.PostgreSql;

namespace Investr.GraphQL.Tests;

/// <summary>What users of the library can see, line by line, so that no change of it goes unseen.</summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Library = [typeof(IBatchScheduler).Assembly, typeof(IRequestExecutor).Assembly, typeof(GraphQLServerOptions).Assembly, typeof(PostgresSubscriptionOptions).Assembly];

    private static string File([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "public-surface.txt");

    [Fact]
    public void The_public_surface_is_the_one_in_the_file()
    {
        var served = Surface();
        var renewed = Path.Combine(AppContext.BaseDirectory, "public-surface.txt");
        System.IO.File.WriteAllText(renewed, served);

        Assert.True(
            System.IO.File.ReadAllText(File()) == served,
            $"The public surface has changed. Where that is meant: cp {renewed} {File()}, look at the difference, and commit it.");
    }

    private static string Surface()
    {
        var text = new StringBuilder();
        foreach (var assembly in Library)
        {
            text.Append(assembly.GetName().Name).Append('\n');
            foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
            {
                text.Append("  ").Append(Head(type)).Append('\n');
                var members = type.GetMembers(Declared).Where(IsVisible).Select(Line).Order(StringComparer.Ordinal);
                foreach (var line in members) text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        return $"{kind} {type}";
    }

    private static bool IsVisible(MemberInfo member) => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member switch
    {
        MethodBase { IsSpecialName: true, IsConstructor: false, Name: not ("op_Implicit" or "op_Explicit") } => false,
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisibleAccessor),
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        EventInfo => true,
        _ => false,
    };

    private static bool IsVisibleAccessor(MethodInfo accessor) => accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly;

    private static string Line(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{property} {{{string.Concat(property.GetAccessors(nonPublic: true).Where(IsVisibleAccessor).Select(Accessor).Order())} }}",
        FieldInfo { IsLiteral: true } constant => $"{constant} = {constant.GetRawConstantValue()}",
        MethodBase { IsStatic: true } method => $"static {method}",
        _ => member.ToString()!,
    };

    private static string Accessor(MethodInfo accessor) => accessor.Name.StartsWith("get", StringComparison.Ordinal)
        ? " get"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? " init" : " set";
}
