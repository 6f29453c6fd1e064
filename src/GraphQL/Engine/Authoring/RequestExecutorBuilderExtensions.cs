using System.Reflection;
using Investr.GraphQL;
using Investr.GraphQL.Documents;
using Investr.GraphQL.Subscriptions;
using Investr.GraphQL.Types;
using Investr.GraphQL.Types.Binding;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a GraphQL server is made of.</summary>
public static class RequestExecutorBuilderExtensions
{
    /// <summary>Adds every annotated class of the assemblies: [QueryType], [MutationType], [SubscriptionType], [ObjectType], [InterfaceType], [UnionType], extensions, and classes that describe types.</summary>
    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder, params Assembly[] assemblies) =>
        builder.Configure(configuration => Array.ForEach(assemblies, configuration.AddAssembly));

    /// <summary>Adds one annotated class, a class that describes a type, or a scalar by its class.</summary>
    public static IRequestExecutorBuilder AddType<T>(this IRequestExecutorBuilder builder) => builder.AddType(typeof(T));

    /// <summary>Adds one annotated class (which may be static), or a scalar by its class.</summary>
    public static IRequestExecutorBuilder AddType(this IRequestExecutorBuilder builder, Type type) =>
        typeof(ScalarType).IsAssignableFrom(type)
            ? builder.AddScalar((ScalarType)Activator.CreateInstance(type)!)
            : builder.Configure(configuration => configuration.Types.Add(type));

    /// <summary>Adds a scalar for its CLR type.</summary>
    public static IRequestExecutorBuilder AddScalar(this IRequestExecutorBuilder builder, ScalarType scalar) =>
        builder.Configure(configuration => configuration.Scalars.Add(scalar));

    /// <summary>Makes a CLR type a scalar that was made for another one; <see cref="AddTypeConverter"/> tells how values are turned from one into the other.</summary>
    public static IRequestExecutorBuilder BindRuntimeType<TRuntime, TScalar>(this IRequestExecutorBuilder builder)
        where TScalar : ScalarType =>
        builder.Configure(configuration => configuration.ScalarBindings[typeof(TRuntime)] = typeof(TScalar));

    /// <summary>Tells how a value becomes another type's. What it throws as a <see cref="FormatException"/> is the client's input error.</summary>
    public static IRequestExecutorBuilder AddTypeConverter<TFrom, TTo>(this IRequestExecutorBuilder builder, Func<TFrom, TTo> convert) =>
        builder.Configure(configuration => configuration.Converters[(typeof(TFrom), typeof(TTo))] = convert);

    /// <summary>Names the C# interface that describes what all payload errors share, such as message and code.</summary>
    public static IRequestExecutorBuilder AddErrorInterface<T>(this IRequestExecutorBuilder builder) =>
        builder.Configure(configuration => configuration.ErrorInterface = typeof(T));

    /// <summary>Tells which errors an exception carries for a mutation's payload, where its type cannot implement <see cref="IPayloadErrors"/>.</summary>
    public static IRequestExecutorBuilder AddPayloadErrors<TException>(
        this IRequestExecutorBuilder builder, Func<TException, IReadOnlyList<object>> errors) where TException : Exception =>
        builder.Configure(configuration => configuration.PayloadErrors.Add(thrown => thrown is TException own ? errors(own) : null));

    /// <summary>Changes how the schema is made.</summary>
    public static IRequestExecutorBuilder ModifyOptions(this IRequestExecutorBuilder builder, Action<SchemaOptions> change) =>
        builder.Configure(configuration => change(configuration.Options));

    /// <summary>Changes the limits and switches of requests.</summary>
    public static IRequestExecutorBuilder ModifyRequestOptions(this IRequestExecutorBuilder builder, Action<RequestOptions> change) =>
        builder.Configure(configuration => change(configuration.RequestOptions));

    /// <summary>Changes what operations may cost, and what fields cost where they do not say.</summary>
    public static IRequestExecutorBuilder ModifyCostOptions(this IRequestExecutorBuilder builder, Action<CostOptions> change) =>
        builder.Configure(configuration => change(configuration.RequestOptions.Cost));

    /// <summary>Lets clients have documents remembered by their SHA-256, so that they need not send them each time.</summary>
    public static IRequestExecutorBuilder UseAutomaticPersistedOperations(this IRequestExecutorBuilder builder) =>
        builder.ModifyRequestOptions(options => options.PersistedOperations.Automatic = true);

    /// <summary>Reads trusted documents, those that a request names by its id, from a folder: <c>{id}.graphql</c>.</summary>
    public static IRequestExecutorBuilder AddFileSystemOperationDocumentStorage(this IRequestExecutorBuilder builder, string folder)
    {
        builder.Services.AddSingleton<IOperationDocumentStorage>(new FileDocumentStorage(folder));
        return builder;
    }

    /// <summary>Reads trusted documents from a storage of the application's own.</summary>
    public static IRequestExecutorBuilder AddOperationDocumentStorage<T>(this IRequestExecutorBuilder builder) where T : class, IOperationDocumentStorage
    {
        builder.Services.AddSingleton<IOperationDocumentStorage, T>();
        return builder;
    }

    /// <summary>Keeps the topics of [Subscribe] and <see cref="ITopicEventSender"/> in this process.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="capacity">How many events wait for one reader; then the oldest is dropped.</param>
    public static IRequestExecutorBuilder AddInMemorySubscriptions(this IRequestExecutorBuilder builder, int capacity = 64)
    {
        var topics = new InMemoryTopics(capacity);
        builder.Services.AddSingleton<ITopicEventSender>(topics).AddSingleton<ITopicEventReceiver>(topics);
        return builder;
    }

    /// <summary>Adds a filter of errors; filters run in the order in which they were added.</summary>
    public static IRequestExecutorBuilder AddErrorFilter<T>(this IRequestExecutorBuilder builder) where T : class, IErrorFilter
    {
        builder.Services.AddSingleton<IErrorFilter, T>();
        return builder;
    }

    /// <summary>Adds a loader, one a request, under the interface that its users know.</summary>
    public static IRequestExecutorBuilder AddDataLoader<TService, TImplementation>(this IRequestExecutorBuilder builder)
        where TService : class where TImplementation : class, TService
    {
        builder.Services.AddScoped<TService, TImplementation>();
        return builder;
    }

    private static IRequestExecutorBuilder Configure(this IRequestExecutorBuilder builder, Action<SchemaConfiguration> change)
    {
        change(((RequestExecutorBuilder)builder).Configuration);
        return builder;
    }
}
