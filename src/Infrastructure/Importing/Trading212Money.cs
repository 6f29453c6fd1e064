using Investr.Domain.Monetary;

namespace Investr.Infrastructure.Importing;

/// <summary>The amounts of one row of Trading 212's, in the currency of the account.</summary>
/// <remarks>
/// An amount's currency stands behind its column's name, as in Total (GBP), or in a column of its own, as in Currency (Total).
/// </remarks>
internal sealed class Trading212Money
{
    private const string Withholding = "Withholding tax";
    private const string Rate = "Exchange rate";

    private readonly CsvFields _fields;
    private readonly Currency? _priceCurrency;
    private readonly decimal? _price;

    public Trading212Money(CsvFields fields, string totalColumn)
    {
        _fields = fields;
        Currency = totalColumn.IndexOf('(', StringComparison.Ordinal) is > 0 and var start
            ? CurrencyNamed(totalColumn, totalColumn[(start + 1)..].TrimEnd(')'))
            : fields.Currency("Currency (Total)");
        Total = fields.Number(totalColumn) is { } total ? Math.Abs(total) : null;
        if (Total is null) fields.Fault(totalColumn, "A total is needed.");
        _price = fields.Number("Price / share");
        _priceCurrency = fields.Currency("Currency (Price / share)");
    }

    /// <summary>The currency of the account.</summary>
    public Currency? Currency { get; }

    /// <summary>What the account gained or lost.</summary>
    public decimal? Total { get; }

    /// <summary>What several columns come to.</summary>
    public decimal Sum(IEnumerable<string> columns) => columns.Sum(Charge);

    /// <summary>The tax that was kept back from a dividend on so many shares. The total is what was left of it.</summary>
    public decimal Withheld(decimal? units)
    {
        if (_fields.Number(Withholding) is not { } tax || tax == 0) return 0;
        var currency = _fields.Currency($"Currency ({Withholding})");
        if (currency is null || currency == Currency) return Math.Abs(tax);

        // Where the file has no rate, the total and what it was in the share's currency tell it.
        var paid = _price * units;
        if (currency == _priceCurrency && paid is > 0 && Total is { } total) return Math.Abs(tax) * total / paid.Value;
        return Converted(Math.Abs(tax), currency, Withholding);
    }

    private decimal Charge(string name)
    {
        var named = Currency is { } account ? $"{name} ({account.Code})" : name;
        var charge = Math.Abs(_fields.Number(named).GetValueOrDefault());
        if (_fields.Number(name) is not { } other || other == 0) return charge;
        return charge + Converted(Math.Abs(other), _fields.Currency($"Currency ({name})"), name);
    }

    private decimal Converted(decimal amount, Currency? currency, string column)
    {
        if (currency is null || currency == Currency) return amount;
        if (currency == _priceCurrency && _fields.Text(Rate) != "Not available" && _fields.Number(Rate) is > 0 and var rate)
            return amount / rate;

        _fields.Fault(column, $"There is no exchange rate to tell what {currency} are in the currency of the account.");
        return 0;
    }

    private Currency? CurrencyNamed(string column, string code)
    {
        if (Domain.Monetary.Currency.TryParse(code, out var currency)) return currency;

        _fields.Fault(column, $"\"{code}\" is no currency that is known.");
        return null;
    }
}
