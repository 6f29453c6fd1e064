using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Investr.Infrastructure.Persistence;

/// <summary>A model for each host in a process: the conversions in it seal with that host's keys.</summary>
internal sealed class ModelOfItsKeys : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), (context as InvestrDbContext)?.PersonalData, designTime);
}
