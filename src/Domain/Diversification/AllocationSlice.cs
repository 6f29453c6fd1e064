namespace Investr.Domain.Diversification;

/// <summary>By what a portfolio is divided into slices.</summary>
public enum AllocationDimension
{
    /// <summary>By single asset; cash by its currency.</summary>
    Asset,

    /// <summary>By the kind of instrument.</summary>
    Type,

    /// <summary>By the class of risk.</summary>
    Class,

    /// <summary>By the sector of the issuers; what is not equity by its class.</summary>
    Sector,

    /// <summary>By the country of the issuers; what has none (cash, coins, commodities) by its class.</summary>
    Country,

    /// <summary>By the currency of quotation.</summary>
    Currency,
}

/// <summary>A part of a portfolio that has something in common.</summary>
/// <param name="Key">What it has in common, such as TECHNOLOGY or US; <see cref="Unknown"/> where that is not known.</param>
/// <param name="Label">The same for people to read.</param>
/// <param name="Value">What it is worth, in the currency of the valuation.</param>
/// <param name="Weight">Its share of all that is owned, from 0 to 1.</param>
public sealed record AllocationSlice(string Key, string Label, decimal Value, double Weight)
{
    /// <summary>The key of what cannot be told.</summary>
    public const string Unknown = "UNKNOWN";
}
