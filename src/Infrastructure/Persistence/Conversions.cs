using System.Linq.Expressions;
using System.Reflection;
using Investr.Domain;
using Investr.Domain.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Investr.Infrastructure.Persistence;

/// <summary>How the domain's values are stored, on every database alike.</summary>
/// <remarks>
/// Decimals are left to the provider's own mapping, never turned into text by a converter: only so does the provider compare
/// and sort them as numbers.
/// </remarks>
internal static class Conversions
{
    private const int LongestEnumName = 32;
    private const int LongestCurrencyCode = 16;

    // A sign, 29 digits and a point.
    private const int LongestDecimal = 31;

    /// <summary>Every identity of the domain: a value named "…Id" around one <see cref="Guid"/>.</summary>
    private static readonly IReadOnlyList<Type> IdTypes =
        [.. typeof(Refusal).Assembly.GetExportedTypes().Where(type => type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal)
            && type.GetProperty("Value")?.PropertyType == typeof(Guid))];

    public static void AddTo(ModelConfigurationBuilder model)
    {
        foreach (var id in IdTypes) model.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));

        model.Properties<Enum>().HaveConversion<string>().HaveMaxLength(LongestEnumName);
        model.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(LongestCurrencyCode);
        model.Properties<Quantity>().HaveConversion<QuantityConverter>();
    }

    /// <summary>
    /// Identities are made by the domain. Left to its conventions EF would take a new child that has one for a row that exists.
    /// </summary>
    public static void LeaveIdsToTheDomain(ModelBuilder model)
    {
        foreach (var id in PropertiesOf(model).Where(property => IdTypes.Contains(property.ClrType))) id.ValueGenerated = ValueGenerated.Never;
    }

    /// <summary>Stores the Guids of identities in another way.</summary>
    public static void ConvertIds(ModelBuilder model, ValueConverter<Guid, Guid> converter)
    {
        foreach (var id in PropertiesOf(model).Where(property => IdTypes.Contains(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)))
            id.SetValueConverter(id.GetValueConverter()!.ComposeWith(converter));
    }

    /// <summary>Stores decimals as text, with every digit.</summary>
    public static void StoreDecimalsAsText(ModelBuilder model)
    {
        foreach (var number in PropertiesOf(model).Where(property => StoredTypeOf(property) == typeof(decimal)))
        {
            var toText = new NumberToStringConverter<decimal>();
            number.SetValueConverter(number.GetValueConverter()?.ComposeWith(toText) ?? toText);
            number.SetMaxLength(LongestDecimal);
            number.SetIsUnicode(false);
        }
    }

    /// <summary>Has every text compared and sorted in one way.</summary>
    public static void CollateText(ModelBuilder model, string collation)
    {
        foreach (var text in PropertiesOf(model).Where(property => StoredTypeOf(property) == typeof(string))) text.SetCollation(collation);
    }

    private static IEnumerable<IMutableProperty> PropertiesOf(ModelBuilder model) =>
        model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties());

    private static Type StoredTypeOf(IMutableProperty property)
    {
        var stored = property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType;
        return Nullable.GetUnderlyingType(stored) ?? stored;
    }

    /// <summary>
    /// An identity as the database's own Guid. The identities are of version 7: their order, as text and as bytes, is that in
    /// which they were made, so new rows go to the end of an index.
    /// </summary>
    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(ToGuid(), FromGuid()) where TId : struct
    {
        private static Expression<Func<TId, Guid>> ToGuid()
        {
            var id = Expression.Parameter(typeof(TId), "id");
            return Expression.Lambda<Func<TId, Guid>>(Expression.Property(id, "Value"), id);
        }

        private static Expression<Func<Guid, TId>> FromGuid()
        {
            var value = Expression.Parameter(typeof(Guid), "value");
            ConstructorInfo made = typeof(TId).GetConstructor([typeof(Guid)])!;
            return Expression.Lambda<Func<Guid, TId>>(Expression.New(made, value), value);
        }
    }

    private sealed class CurrencyConverter()
        : ValueConverter<Currency, string>(currency => currency.Code, code => code == "" ? Currency.None : Currency.Parse(code));

    private sealed class QuantityConverter()
        : ValueConverter<Quantity, decimal>(quantity => quantity.Units, units => new Quantity(units));
}
