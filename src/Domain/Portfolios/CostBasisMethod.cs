namespace Investr.Domain.Portfolios;

/// <summary>Which units a sale takes, and so what they had cost.</summary>
public enum CostBasisMethod
{
    /// <summary>The oldest first.</summary>
    Fifo,

    /// <summary>The newest first.</summary>
    Lifo,

    /// <summary>The dearest first.</summary>
    Hifo,

    /// <summary>The oldest first, each at the average cost of all that are held.</summary>
    Average,

    /// <summary>Those that the sale names; what it does not name, the oldest first.</summary>
    Specific,
}
