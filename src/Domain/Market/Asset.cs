using Investr.Domain.Monetary;
using Investr.Domain.Users;

namespace Investr.Domain.Market;

/// <summary>Identifies an asset.</summary>
/// <param name="Value">The identity.</param>
public readonly record struct AssetId(Guid Value)
{
    /// <summary>A new identity, ordered by time.</summary>
    /// <param name="now">The present moment, from a <see cref="TimeProvider"/>.</param>
    public static AssetId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The identity as text.</summary>
    public override string ToString() => Value.ToString();
}

/// <summary>What is known of an asset apart from its price.</summary>
/// <param name="Symbol">The ticker under which it is known, unique among listed assets and among one owner's own.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">What kind of instrument it is.</param>
/// <param name="Currency">The currency in which it is quoted.</param>
public sealed record AssetDetails(string Symbol, string Name, AssetType Type, Currency Currency)
{
    /// <summary>The class of risk; by its type where it is left out.</summary>
    public AssetClass? Class { get; init; }

    /// <summary>The exchange of its main listing.</summary>
    public string? Exchange { get; init; }

    /// <summary>The international securities identification number.</summary>
    public string? Isin { get; init; }

    /// <summary>The country of the issuer, ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>The sector of the issuer.</summary>
    public string? Sector { get; init; }

    /// <summary>The industry of the issuer, finer than its sector.</summary>
    public string? Industry { get; init; }

    /// <summary>What a fund holds; empty for anything else.</summary>
    public IReadOnlyList<Constituent> Constituents { get; init; } = [];

    /// <summary>The days on which its units were split.</summary>
    public IReadOnlyList<AssetSplit> Splits { get; init; } = [];
}

/// <summary>Something that can be held and has a price: a stock, a fund, a coin, or what an owner priced by hand.</summary>
public sealed class Asset
{
    private List<Constituent> _constituents = [];
    private List<AssetSplit> _splits = [];

    private Asset(AssetId id, UserId? ownerId)
    {
        Id = id;
        OwnerId = ownerId;
        Symbol = Name = "";
    }

    /// <summary>Its identity.</summary>
    public AssetId Id { get; private set; }

    /// <summary>The ticker under which it is known.</summary>
    public string Symbol { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; }

    /// <summary>What kind of instrument it is.</summary>
    public AssetType Type { get; private set; }

    /// <summary>The class of risk.</summary>
    public AssetClass Class { get; private set; }

    /// <summary>The currency in which it is quoted.</summary>
    public Currency Currency { get; private set; }

    /// <summary>The exchange of its main listing.</summary>
    public string? Exchange { get; private set; }

    /// <summary>The international securities identification number.</summary>
    public string? Isin { get; private set; }

    /// <summary>The country of the issuer, ISO 3166-1 alpha-2.</summary>
    public string? Country { get; private set; }

    /// <summary>The sector of the issuer.</summary>
    public string? Sector { get; private set; }

    /// <summary>The industry of the issuer.</summary>
    public string? Industry { get; private set; }

    /// <summary>The user who made it for themselves; null for an asset of the public catalogue.</summary>
    public UserId? OwnerId { get; private set; }

    /// <summary>Whether one user made it for themselves, seen by nobody else.</summary>
    public bool IsCustom => OwnerId is not null;

    /// <summary>Whether somebody looked it over since the catalogue told of it; what they said stays.</summary>
    public bool IsEdited { get; private set; }

    /// <summary>What a fund holds; empty for anything else.</summary>
    public IReadOnlyList<Constituent> Constituents => _constituents;

    /// <summary>The days on which its units were split, oldest first.</summary>
    public IReadOnlyList<AssetSplit> Splits => _splits;

    /// <summary>An asset of the public catalogue.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="details">What is known of it.</param>
    public static Asset Listed(AssetId id, AssetDetails details)
    {
        var asset = new Asset(id, ownerId: null);
        asset.Describe(details);
        return asset;
    }

    /// <summary>An asset that one user made for themselves.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="owner">The user.</param>
    /// <param name="details">What is known of it.</param>
    public static Asset Custom(AssetId id, UserId owner, AssetDetails details)
    {
        var asset = new Asset(id, owner);
        asset.Describe(details);
        return asset;
    }

    /// <summary>Takes on new details in place of all the old ones.</summary>
    /// <param name="details">What is now known of it.</param>
    public void Describe(AssetDetails details)
    {
        Symbol = details.Symbol;
        Name = details.Name;
        Type = details.Type;
        Class = details.Class ?? AssetClasses.DefaultOf(details.Type);
        Currency = details.Currency;
        Exchange = details.Exchange;
        Isin = details.Isin;
        Country = details.Country;
        Sector = details.Sector;
        Industry = details.Industry;
        _constituents = [.. details.Constituents];
        _splits = [.. details.Splits.OrderBy(split => split.On)];
    }

    /// <summary>Takes on splits that a source tells of. On a day that has one already, what is known stays.</summary>
    /// <param name="splits">The splits.</param>
    /// <returns>Whether any of them is new.</returns>
    public bool Learn(IEnumerable<AssetSplit> splits)
    {
        AssetSplit[] news = [.. splits.DistinctBy(split => split.On).Where(split => _splits.All(known => known.On != split.On))];
        if (news.Length > 0) _splits = [.. _splits.Concat(news).OrderBy(split => split.On)];
        return news.Length > 0;
    }

    /// <summary>Takes on what a person knows of it, which is not replaced by what a catalogue says.</summary>
    /// <param name="details">What is now known of it.</param>
    public void Edit(AssetDetails details)
    {
        Describe(details);
        IsEdited = true;
    }
}
