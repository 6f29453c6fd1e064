namespace Investr.Infrastructure;

/// <summary>Something that is made sure of at every start, once the database has its schema and before anybody is served.</summary>
/// <remarks>Steps run one after another in the order in which they were registered.</remarks>
internal interface IStartupStep
{
    Task RunAsync(CancellationToken cancellationToken);
}
