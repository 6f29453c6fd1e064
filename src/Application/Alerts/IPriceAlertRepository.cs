using Investr.DataLoader;
using Investr.Domain.Alerts;
using Investr.Domain.Users;

namespace Investr.Application.Alerts;

/// <summary>Alerts as they are kept, for those who change them.</summary>
public interface IPriceAlertRepository
{
    /// <summary>How many alerts a user has.</summary>
    /// <remarks>Others who write wait until this unit of work has committed or is dropped.</remarks>
    Task<int> CountAsync(UserId owner, CancellationToken cancellationToken);

    /// <summary>Alerts, to be changed, in one statement; those that are gone are left out.</summary>
    /// <remarks>Others who write wait until this unit of work has committed or is dropped.</remarks>
    Task<IReadOnlyDictionary<PriceAlertId, PriceAlert>> FindAsync(
        IReadOnlyCollection<PriceAlertId> ids, CancellationToken cancellationToken);

    /// <summary>Everybody's alerts that were made at a time or after it, to look at.</summary>
    Task<IReadOnlyList<PriceAlert>> ListAsync(DateTimeOffset madeSince, CancellationToken cancellationToken);

    /// <summary>Keeps a new alert from the next commit on.</summary>
    void Add(PriceAlert alert);

    /// <summary>Deletes an alert with the next commit.</summary>
    void Remove(PriceAlert alert);
}

/// <summary>Alerts, to look at. It asks nobody for access.</summary>
public interface IPriceAlertLoader : IDataLoader<PriceAlertId, PriceAlert>;

/// <summary>The alerts of users, oldest first. It asks nobody for access.</summary>
public interface IPriceAlertsOfUserLoader : IDataLoader<UserId, PriceAlert[]>;

/// <summary>Holds prices against alerts as they come.</summary>
public interface IAlertWatch
{
    /// <summary>Looks at an alert from now on, and at the price that is known now.</summary>
    Task BeginAsync(PriceAlert alert);

    /// <summary>Looks at an alert no more.</summary>
    void End(PriceAlertId alert);
}

/// <summary>Tells users who listen of their alerts.</summary>
public interface IAlertNotices
{
    /// <summary>Tells the owner, on whatever devices they listen, that an alert has fired.</summary>
    Task SendAsync(PriceAlert alert, CancellationToken cancellationToken);
}
