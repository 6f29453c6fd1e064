using System.Diagnostics.CodeAnalysis;

namespace Investr.Domain.Monetary;

/// <summary>A currency: ISO 4217, a crypto currency by its ticker, or a minor unit in which a market quotes (GBX, ZAc, ILA).</summary>
/// <remarks>The default value is <see cref="None"/>, which has no code and is the currency of nothing.</remarks>
public readonly record struct Currency : IComparable<Currency>
{
    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>No currency at all.</summary>
    public static Currency None => default;

    /// <summary>The US dollar.</summary>
    public static Currency Usd { get; } = Parse("USD");

    /// <summary>The euro.</summary>
    public static Currency Eur { get; } = Parse("EUR");

    /// <summary>The pound sterling.</summary>
    public static Currency Gbp { get; } = Parse("GBP");

    /// <summary>The Swiss franc.</summary>
    public static Currency Chf { get; } = Parse("CHF");

    /// <summary>The code as it is written: USD, BTC, GBX.</summary>
    public string Code => _code ?? "";

    /// <summary>How many decimal places an amount of it is paid in: 2 for USD, 0 for JPY, 8 for BTC.</summary>
    public int MinorUnits => CurrencyTable.MinorUnitsOf(Code);

    /// <summary>The currency of which this one is a fraction (GBP for GBX), or itself.</summary>
    public Currency Major => CurrencyTable.MajorOf(Code) is { } major ? new(major) : this;

    /// <summary>How many of this currency make one of <see cref="Major"/>: 100 for GBX, 1 for GBP.</summary>
    public int UnitsPerMajor => CurrencyTable.MajorOf(Code) is null ? 1 : 100;

    /// <summary>Reads a currency's code. Case does not matter, except that GBp and GBX are pence while GBP is pounds.</summary>
    /// <param name="code">The code, such as EUR.</param>
    /// <param name="currency">The currency, or <see cref="None"/>.</param>
    /// <returns>Whether the code is that of a known currency.</returns>
    public static bool TryParse([NotNullWhen(true)] string? code, out Currency currency)
    {
        currency = code is not null && CurrencyTable.CanonicalCode(code.Trim()) is { } canonical ? new(canonical) : None;
        return currency != None;
    }

    /// <summary>Reads a currency's code, which must be known.</summary>
    /// <param name="code">The code, such as EUR.</param>
    /// <exception cref="FormatException">No currency has this code.</exception>
    public static Currency Parse(string code) =>
        TryParse(code, out var currency) ? currency : throw new FormatException($"'{code}' is not a known currency.");

    /// <summary>By code.</summary>
    /// <param name="other">The currency to compare with.</param>
    public int CompareTo(Currency other) => string.CompareOrdinal(Code, other.Code);

    /// <summary>Whether the left code comes first.</summary>
    public static bool operator <(Currency left, Currency right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left code comes first or is the same.</summary>
    public static bool operator <=(Currency left, Currency right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left code comes last.</summary>
    public static bool operator >(Currency left, Currency right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left code comes last or is the same.</summary>
    public static bool operator >=(Currency left, Currency right) => left.CompareTo(right) >= 0;

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
