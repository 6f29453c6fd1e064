using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL;

/// <summary>Sets up a GraphQL server: what the schema is made of, its options, its limits.</summary>
public interface IRequestExecutorBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }
}
