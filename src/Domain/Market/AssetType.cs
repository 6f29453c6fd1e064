namespace Investr.Domain.Market;

/// <summary>What kind of instrument an asset is.</summary>
public enum AssetType
{
    /// <summary>A share of one company.</summary>
    Stock,

    /// <summary>A fund traded on an exchange.</summary>
    Etf,

    /// <summary>A fund priced once a day by its manager.</summary>
    Fund,

    /// <summary>A crypto currency or token.</summary>
    Crypto,

    /// <summary>A loan to a state or a company.</summary>
    Bond,

    /// <summary>A metal, an oil, a crop, or a contract on one.</summary>
    Commodity,

    /// <summary>A property, or a trust that owns properties.</summary>
    RealEstate,

    /// <summary>A share of a company that is not traded in public.</summary>
    PrivateEquity,

    /// <summary>Anything else, such as a painting.</summary>
    Other,
}

/// <summary>The broad class of risk that an asset belongs to.</summary>
public enum AssetClass
{
    /// <summary>Shares of companies.</summary>
    Equity,

    /// <summary>Loans that pay interest.</summary>
    FixedIncome,

    /// <summary>Money itself.</summary>
    Cash,

    /// <summary>Crypto currencies and tokens.</summary>
    Crypto,

    /// <summary>Metals, energy, crops.</summary>
    Commodity,

    /// <summary>Properties.</summary>
    RealEstate,

    /// <summary>What fits none of these.</summary>
    Alternative,
}

/// <summary>The class that each type of asset belongs to unless it says otherwise.</summary>
public static class AssetClasses
{
    /// <summary>The class of an asset of this type about which nothing more is known.</summary>
    /// <param name="type">The type.</param>
    public static AssetClass DefaultOf(AssetType type) => type switch
    {
        AssetType.Stock or AssetType.Etf or AssetType.Fund => AssetClass.Equity,
        AssetType.Crypto => AssetClass.Crypto,
        AssetType.Bond => AssetClass.FixedIncome,
        AssetType.Commodity => AssetClass.Commodity,
        AssetType.RealEstate => AssetClass.RealEstate,
        AssetType.PrivateEquity or AssetType.Other => AssetClass.Alternative,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of asset."),
    };
}
