using Quartz;

namespace Investr.Infrastructure.Scheduling;

/// <summary>Where the scheduler keeps what is due: in the configured database, in tables of its own.</summary>
internal interface ISchedulerStore
{
    void Use(IPersistentStoreBuilder store);
}
