using System.Globalization;

namespace Investr.Domain.Monetary;

/// <summary>An exact amount in one currency. Arithmetic never rounds; <see cref="Rounded"/> does, when asked.</summary>
/// <remarks>The default value is zero in <see cref="Currency.None"/> and adds to no other currency.</remarks>
/// <param name="Amount">How much, in units of the currency.</param>
/// <param name="Currency">Of what.</param>
public readonly record struct Money(decimal Amount, Currency Currency) : IComparable<Money>
{
    /// <summary>Nothing, in a currency.</summary>
    /// <param name="currency">The currency.</param>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>The same amount in the currency of which its own is a fraction: 250 GBX are 2.50 GBP.</summary>
    public Money InMajor() => Currency.UnitsPerMajor == 1 ? this : new(Amount / Currency.UnitsPerMajor, Currency.Major);

    /// <summary>Rounds to the currency's minor unit, halves to even.</summary>
    public Money Rounded() => this with { Amount = decimal.Round(Amount, Currency.MinorUnits, MidpointRounding.ToEven) };

    /// <summary>By amount.</summary>
    /// <param name="other">An amount in the same currency.</param>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public int CompareTo(Money other)
    {
        Shared(this, other);
        return Amount.CompareTo(other.Amount);
    }

    /// <summary>The sum of two amounts in the same currency.</summary>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount, Shared(left, right));

    /// <summary>The difference of two amounts in the same currency.</summary>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.Amount, Shared(left, right));

    /// <summary>The amount with its sign turned round.</summary>
    public static Money operator -(Money money) => money with { Amount = -money.Amount };

    /// <summary>A price times units.</summary>
    public static Money operator *(Money price, Quantity quantity) => price with { Amount = price.Amount * quantity.Units };

    /// <summary>A multiple of the amount.</summary>
    public static Money operator *(Money money, decimal factor) => money with { Amount = money.Amount * factor };

    /// <summary>Whether the left amount is the smaller one.</summary>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is not the larger one.</summary>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is the larger one.</summary>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is not the smaller one.</summary>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>The amount and the code: <c>12.50 EUR</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    private static Currency Shared(Money left, Money right) =>
        left.Currency == right.Currency
            ? left.Currency
            : throw new CurrencyMismatchException(left.Currency, right.Currency);
}
