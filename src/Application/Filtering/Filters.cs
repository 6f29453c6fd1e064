namespace Investr.Application.Filtering;

/// <summary>Which way a list is sorted.</summary>
public enum SortDirection
{
    /// <summary>From the least to the most.</summary>
    Asc,

    /// <summary>From the most to the least.</summary>
    Desc,
}

/// <summary>What a text must be like; case does not matter. What is left out does not count.</summary>
public sealed record StringFilter
{
    /// <summary>The same.</summary>
    public string? Eq { get; init; }

    /// <summary>Not the same.</summary>
    public string? Neq { get; init; }

    /// <summary>One of these.</summary>
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>It has this in it.</summary>
    public string? Contains { get; init; }

    /// <summary>It begins with this.</summary>
    public string? StartsWith { get; init; }
}

/// <summary>What a number must be like. What is left out does not count.</summary>
public sealed record DecimalFilter
{
    /// <summary>The same.</summary>
    public decimal? Eq { get; init; }

    /// <summary>Greater.</summary>
    public decimal? Gt { get; init; }

    /// <summary>Greater, or the same.</summary>
    public decimal? Gte { get; init; }

    /// <summary>Less.</summary>
    public decimal? Lt { get; init; }

    /// <summary>Less, or the same.</summary>
    public decimal? Lte { get; init; }
}

/// <summary>What a day must be like. What is left out does not count.</summary>
public sealed record DateFilter
{
    /// <summary>This very day.</summary>
    public DateOnly? Eq { get; init; }

    /// <summary>This day or a later one.</summary>
    public DateOnly? Gte { get; init; }

    /// <summary>This day or an earlier one.</summary>
    public DateOnly? Lte { get; init; }
}
