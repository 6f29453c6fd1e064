using Investr.Domain.Market;
using Investr.Domain.Users;

namespace Investr.Domain.Watchlists;

/// <summary>Identifies a watchlist.</summary>
/// <param name="Value">The identity.</param>
public readonly record struct WatchlistId(Guid Value)
{
    /// <summary>A new identity, ordered by time.</summary>
    /// <param name="now">The present moment, from a <see cref="TimeProvider"/>.</param>
    public static WatchlistId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The identity as text.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>An asset on a watchlist.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Place">Where it stands: after those with lower numbers.</param>
public sealed record WatchlistEntry(AssetId Asset, int Place);

/// <summary>Assets that a user follows without holding them.</summary>
public sealed class Watchlist
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>How many assets are on one list.</summary>
    public const int MaxAssets = 500;

    /// <summary>How many lists a user has.</summary>
    public const int MaxLists = 50;

    private readonly List<WatchlistEntry> _entries = [];

    private Watchlist(WatchlistId id, UserId ownerId, string name)
    {
        Id = id;
        OwnerId = ownerId;
        Name = name;
    }

    /// <summary>Its identity.</summary>
    public WatchlistId Id { get; private set; }

    /// <summary>Whose it is; nobody else sees it.</summary>
    public UserId OwnerId { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; }

    /// <summary>What is on it, in no order.</summary>
    public IReadOnlyList<WatchlistEntry> Entries => _entries;

    /// <summary>What is on it, in the order in which it was put there.</summary>
    public IEnumerable<AssetId> Assets => _entries.OrderBy(entry => entry.Place).Select(entry => entry.Asset);

    /// <summary>Makes a list.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="assets">What is on it; each counts once.</param>
    /// <param name="now">The present moment.</param>
    /// <exception cref="RefusedException">The name is empty or too long, or there are too many assets.</exception>
    public static Watchlist Create(UserId owner, string name, IReadOnlyCollection<AssetId> assets, DateTimeOffset now)
    {
        var list = new Watchlist(WatchlistId.New(now), owner, name);
        list.Change(name, assets);
        return list;
    }

    /// <summary>Gives it a name and assets in place of those that it had. What was on it keeps its place; what is new comes last.</summary>
    /// <param name="name">What it is called from now on.</param>
    /// <param name="assets">What is on it from now on; each counts once.</param>
    /// <exception cref="RefusedException">The name is empty or too long, or there are too many assets.</exception>
    public void Change(string name, IReadOnlyCollection<AssetId> assets)
    {
        var wanted = assets.ToHashSet();
        if (RefusalOf(name, wanted.Count) is { } refusal) throw new RefusedException(refusal);

        Name = name.Trim();
        _entries.RemoveAll(entry => !wanted.Contains(entry.Asset));
        var next = _entries.Select(entry => entry.Place + 1).DefaultIfEmpty().Max();
        foreach (var asset in assets.Distinct().Except(_entries.Select(entry => entry.Asset).ToArray()))
            _entries.Add(new(asset, next++));
    }

    /// <summary>Why <see cref="Create"/> and <see cref="Change"/> would refuse; null where they would not.</summary>
    /// <param name="name">What it shall be called.</param>
    /// <param name="assets">How many assets shall be on it.</param>
    /// <param name="field">The field of the input that brings them.</param>
    public static Refusal? RefusalOf(string name, int assets, string field = "symbols")
    {
        List<InputFault> faults = [];
        if (string.IsNullOrWhiteSpace(name)) faults.Add(new(["name"], "A name is needed."));
        if (name.Trim().Length > MaxNameLength) faults.Add(new(["name"], $"A name has at most {MaxNameLength} characters."));
        if (assets > MaxAssets) faults.Add(new([field], $"A watchlist has at most {MaxAssets} assets; these would be {assets}."));
        return faults.Count > 0 ? new ValidationRefusal(faults) : null;
    }
}
