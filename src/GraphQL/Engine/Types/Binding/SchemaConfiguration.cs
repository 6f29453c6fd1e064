using System.Reflection;
using Investr.GraphQL.Descriptors;
using Investr.GraphQL.Execution.Requests;

namespace Investr.GraphQL.Types.Binding;

/// <summary>What the builder was told, until the schema is made from it.</summary>
internal sealed class SchemaConfiguration
{
    /// <summary>The annotated classes, in the order in which they were added.</summary>
    public List<Type> Types { get; } = [];

    public List<ScalarType> Scalars { get; } = [];

    /// <summary>Which scalar a CLR type is, by the scalar's class.</summary>
    public Dictionary<Type, Type> ScalarBindings { get; } = [];

    /// <summary>How values become others: domain types the scalars' own, and back.</summary>
    public Dictionary<(Type From, Type To), Delegate> Converters { get; } = [];

    /// <summary>The C# interface or class that describes what all payload errors share.</summary>
    public Type? ErrorInterface { get; set; }

    /// <summary>How exceptions that cannot implement <see cref="IPayloadErrors"/> carry errors; null from those of another type.</summary>
    public List<Func<Exception, IReadOnlyList<object>?>> PayloadErrors { get; } = [];

    /// <summary>The middleware around every field, the first outermost.</summary>
    public List<MiddlewareStep> FieldMiddleware { get; } = [];

    /// <summary>The middleware around requests, the first of each place outermost.</summary>
    public List<RequestMiddlewareStep> RequestMiddleware { get; } = [];

    public SchemaOptions Options { get; } = new();

    public RequestOptions RequestOptions { get; } = new();

    public void AddAssembly(Assembly assembly) =>
        Types.AddRange(assembly.GetTypes().Where(AnnotatedTypes.IsAnnotated).Where(type => !Types.Contains(type)));
}
