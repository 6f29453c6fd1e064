using System.Globalization;
using Investr.Application.Market;
using Investr.Domain.Monetary;
using Investr.Infrastructure.Persistence.Repositories;
using Investr.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace Investr.Infrastructure.Tests.Persistence;

/// <summary>What is written to the database of the run is read as it was.</summary>
public sealed class RoundTripTests
{
    // 28 digits, wherever the point is; the most and the least; a third, as an import reckons it.
    private static readonly decimal[] Decimals =
    [
        .. new[]
        {
            "0", "-0.0000000000000000000000000001", "0.1234567890123456789012345678", "1234567890.123456789012345678",
            "79228162514264337593543950335", "-79228162514264337593543950335", "7.9228162514264337593543950335", "0.10",
        }.Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)),
        100m / 3,
    ];

    private static readonly DateTimeOffset[] Instants =
    [
        DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch,
        new DateTimeOffset(2024, 2, 29, 23, 59, 59, 999, 999, TimeSpan.Zero), new DateTimeOffset(1, 1, 1, 0, 0, 0, 0, 1, TimeSpan.Zero),
    ];

    private static readonly DateOnly[] Days = [DateOnly.MinValue, DateOnly.MaxValue, new(2024, 2, 29), new(1582, 10, 15)];

    [Fact]
    public async Task Decimals_and_days()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        ExchangeRateRow[] rows =
        [
            .. Decimals.Select((rate, place) => new ExchangeRateRow { From = Currency.Eur, To = Currency.Usd, Date = new DateOnly(2024, 1, 1).AddDays(place), Rate = rate, Source = StoredPrice.ByHand }),
            .. Days.Select(day => new ExchangeRateRow { From = Currency.Usd, To = Currency.Eur, Date = day, Rate = 1, Source = StoredPrice.ByHand }),
        ];
        await using (var context = database.Context())
        {
            context.AddRange(rows);
            await context.SaveChangesAsync();
        }

        await using var again = database.Context();
        var read = await again.ExchangeRates.ToListAsync();
        Assert.Equal(rows.Select(Told).Order(), read.Select(Told).Order());

        static (string, DateOnly, decimal) Told(ExchangeRateRow row) => (row.From.Code, row.Date, row.Rate);
    }

    [Fact]
    public async Task Instants_to_the_microsecond()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await using (var context = database.Context())
        {
            context.AddRange(Instants.Select((instant, place) => new SignInFailures($"{place}", place, LockedUntil: null, instant)));
            await context.SaveChangesAsync();
        }

        await using var again = database.Context();
        var read = await again.Set<SignInFailures>().OrderBy(row => row.LastAt).Select(row => row.LastAt).ToListAsync();
        Assert.Equal(Instants.Order(), read);
    }
}
