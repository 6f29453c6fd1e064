using System.Reflection;
using Investr.GraphQL.Descriptors;
using Investr.GraphQL.Security;
using Investr.GraphQL.Types.Ids;
using Investr.GraphQL.Types.Inputs;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Types.Binding;

/// <summary>What the parts of the binder share while one schema is made.</summary>
internal sealed class BindingContext : IDescriptorContext
{
    private readonly XmlSummaries _summaries = new();
    private readonly IServiceProviderIsService? _registered;

    public BindingContext(SchemaConfiguration configuration, IServiceProvider services)
    {
        (Configuration, Services) = (configuration, services);
        _registered = services.GetService<IServiceProviderIsService>();
        Annotated = new(configuration.Types);
        if (configuration.ErrorInterface is { } errors) Annotated.Interfaces.Add(errors);
        Scalars = new(configuration);
        Converters = new(configuration.Converters);
        Inputs = new(this);
        Arguments = new(this);
        Outputs = new(this);
        Fields = new(this);
        Batches = new(this);
        Types = new(this);
        Nodes = new(this);
        Costs = new(this);
        Descriptions = new(this);
        Descriptions.Read();
    }

    public SchemaConfiguration Configuration { get; }

    public SchemaOptions Options => Configuration.Options;

    public IServiceProvider Services { get; }

    public AnnotatedTypes Annotated { get; }

    public ScalarRegistry Scalars { get; }

    public ValueConverters Converters { get; }

    public GlobalIds Ids { get; } = new();

    public TypeRegistry Types { get; }

    public InputBinder Inputs { get; }

    public ArgumentBinder Arguments { get; }

    public OutputBinder Outputs { get; }

    public FieldBinder Fields { get; }

    public BatchResolvers Batches { get; }

    public Nodes Nodes { get; }

    public CostDefaults Costs { get; }

    /// <summary>What descriptors say.</summary>
    public Descriptions Descriptions { get; }

    public List<SchemaFault> Faults { get; } = [];

    /// <summary>Whether the container knows the type. Lists are not asked for: it says yes to every IEnumerable.</summary>
    public bool IsService(Type type) =>
        !type.IsValueType && type != typeof(string) && type != typeof(IServiceProvider)
        && TypeShape.ItemTypeOf(type) is null && _registered?.IsService(type) == true;

    public string? Describe(MemberInfo member) =>
        member.GetCustomAttribute<GraphQLDescriptionAttribute>(inherit: false)?.Description
        ?? (!Options.UseXmlDocumentation ? null : member is Type type ? _summaries.Of(type) : _summaries.Of(member));

    public string? Describe(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description
        ?? (Options.UseXmlDocumentation ? _summaries.Of(parameter) : null);

    /// <summary>Does a part of the binding; what is wrong with it is noted, and the rest goes on, so that all faults are told at once.</summary>
    public T? Attempt<T>(string coordinate, Func<T?> bind) where T : class
    {
        try
        {
            return bind();
        }
        catch (NotSupportedException fault)
        {
            Faults.Add(new(coordinate, fault.Message));
            return null;
        }
    }

    public static string? DeprecationOf(ICustomAttributeProvider member) => member
        .GetCustomAttributes(inherit: false)
        .Select(attribute => attribute switch
        {
            GraphQLDeprecatedAttribute deprecated => deprecated.Reason,
            ObsoleteAttribute obsolete => obsolete.Message ?? SpecifiedDirectives.DefaultDeprecationReason,
            _ => null,
        })
        .FirstOrDefault(reason => reason is not null);

    public static bool IsIgnored(ICustomAttributeProvider member) => member.IsDefined(typeof(GraphQLIgnoreAttribute), inherit: false);

    public static string? NameOf(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(GraphQLNameAttribute), inherit: false) is [GraphQLNameAttribute given] ? given.Name : null;
}
