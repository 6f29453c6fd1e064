using System.Collections;
using Investr.Application;
using Investr.Application.Auditing;
using Investr.Domain.Market;
using Investr.Domain.Monetary;
using Investr.Domain.Portfolios;
using Investr.Domain.Users;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.Persistence.TSql;

/// <summary>A value of any type that a query may ask for, always the same.</summary>
internal static class Samples
{
    private static readonly Guid Id = new("0190163d-8694-7000-8000-000000000001");
    private static readonly DateTimeOffset Instant = new(2024, 6, 12, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<Type, object> Known = new()
    {
        [typeof(string)] = "sample",
        [typeof(int)] = 10,
        [typeof(long)] = 1L,
        [typeof(bool)] = true,
        [typeof(decimal)] = 1.5m,
        [typeof(Guid)] = Id,
        [typeof(DateTimeOffset)] = Instant,
        [typeof(DateOnly)] = new DateOnly(2024, 6, 12),
        [typeof(CancellationToken)] = CancellationToken.None,
        [typeof(EmailAddress)] = EmailAddress.Parse("ada@example.com"),
        [typeof(Currency)] = Currency.Usd,
        [typeof(PageRequest)] = new PageRequest(10),
        [typeof(User)] = A.User("ada", Instant),
        [typeof(MarketDataRun)] = MarketDataRun.Asked([], Instant),
        [typeof(Portfolio)] = Portfolio.Create(new(Id), "Savings", null, Currency.Usd, CostBasisMethod.Fifo, Instant),
    };

    public static object? Of(Type type) => Of(type, within: []);

    private static object? Of(Type type, Type[] within)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value, within);
        if (Known.TryGetValue(type, out var known)) return known;
        if (type == typeof(AuditNote)) return PendingNote();
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (within.Contains(type)) return null;

        Type[] inside = [.. within, type];
        if (ItemOf(type) is { } item) return ListOf(item, Of(item, inside));
        return type.IsInterface || type.IsAbstract ? null : Made(type, inside);
    }

    private static AuditNote PendingNote()
    {
        var note = new AuditNote();
        note.Begin("sample", "sample", Instant);
        return note;
    }

    private static Type? ItemOf(Type type) => type.IsArray ? type.GetElementType()
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GetGenericArguments() is [var item] ? item
        : null;

    private static Array ListOf(Type item, object? sample)
    {
        var list = Array.CreateInstance(item, sample is null ? 0 : 1);
        if (sample is not null) list.SetValue(sample, 0);
        return list;
    }

    private static object? Made(Type type, Type[] within)
    {
        if (type.GetConstructors().MaxBy(one => one.GetParameters().Length) is not { } constructor) return null;

        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, within))]);
        if (constructor.GetParameters().Length == 0)
            foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
                property.SetValue(made, Of(property.PropertyType, within));

        return made;
    }
}
