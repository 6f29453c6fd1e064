using System.IO.Compression;
using System.Text;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData;
using Investr.Infrastructure.MarketData.Sources;
using Investr.TestKit;

namespace Investr.Infrastructure.Tests.MarketData.Sources;

public sealed class EcbTests
{
    private const string Folder = "/stats/eurofxref/";

    [Fact]
    public async Task The_rates_of_today_are_the_short_file()
    {
        var today = new DateOnly(2015, 1, 7);
        await using var bank = await BankAsync(today);
        bank.Stub.Answers(Recordings.Of("ecb", "eurofxref-daily"));

        var rates = await bank.Source.GetRatesAsync(today, today, CancellationToken.None);

        Assert.Equal(31, rates.Count);
        Assert.Contains(new ExchangeRate(Currency.Eur, Currency.Usd, today, 1.1831m), rates);
        Assert.Contains(new ExchangeRate(Currency.Eur, Currency.Parse("JPY"), today, 141.17m), rates);
    }

    [Fact]
    public async Task Those_of_some_weeks_are_the_file_of_ninety_days()
    {
        await using var bank = await BankAsync(new DateOnly(2019, 11, 30));
        bank.Stub.Answers(Recordings.Of("ecb", "eurofxref-hist-90d"));

        var rates = await bank.Source.GetRatesAsync(new(2019, 11, 28), new(2019, 11, 30), CancellationToken.None);

        Assert.Equal([new(2019, 11, 28), new(2019, 11, 29)], rates.Select(rate => rate.On).Distinct().Order());
        Assert.Contains(new ExchangeRate(Currency.Eur, Currency.Usd, new(2019, 11, 29), 1.0982m), rates);
    }

    [Fact]
    public async Task Older_ones_are_the_archive()
    {
        var csv = Recordings.Of("ecb", "eurofxref-csv").Answer.Content;
        await using var bank = await BankAsync(new DateOnly(2026, 10, 1));
        bank.Stub.Answers(Folder + "eurofxref-hist.zip", Zipped(csv));

        var rates = await bank.Source.GetRatesAsync(new(1999, 1, 1), new(2026, 10, 1), CancellationToken.None);

        // Twenty-nine currencies; the bulgarian lev has gone.
        Assert.Equal(29, rates.Count);
        Assert.Contains(new ExchangeRate(Currency.Eur, Currency.Usd, new(2026, 4, 13), 1.1684m), rates);
    }

    [Fact]
    public async Task A_currency_that_was_not_quoted_on_a_day_has_no_rate_then()
    {
        await using var bank = await BankAsync(new DateOnly(2026, 10, 1));
        bank.Stub.Answers(Folder + "eurofxref-hist.zip", Zipped(Encoding.UTF8.GetBytes(
            "Date,USD,CYP,HRK,\n2022-12-30,1.0666,N/A,7.5365,\n1999-01-04,1.1789,0.58231,N/A,\n")));

        var rates = await bank.Source.GetRatesAsync(new(1999, 1, 1), new(2026, 10, 1), CancellationToken.None);

        Assert.Equal(
            ["2022-12-30 USD 1.0666", "2022-12-30 HRK 7.5365", "1999-01-04 USD 1.1789"],
            rates.Select(rate => FormattableString.Invariant($"{rate.On:yyyy-MM-dd} {rate.To} {rate.Rate}")));
    }

    [Fact]
    public async Task While_the_bank_is_out_it_says_for_how_long()
    {
        await using var bank = await BankAsync(new DateOnly(2026, 10, 1));
        bank.Stub.AnswersAnything(Recordings.Of("ecb", "error-503").Answer);

        var failure = await Assert.ThrowsAsync<SourceException>(() =>
            bank.Source.GetRatesAsync(new(2026, 10, 1), new(2026, 10, 1), CancellationToken.None));

        Assert.Equal((SourceFault.Transient, TimeSpan.FromMinutes(2)), (failure.Fault, failure.RetryAfter));
    }

    [Theory]
    [InlineData(0, "<html><body>Down for a while</body></html>")]
    [InlineData(0, "<Envelope><Cube><Cube time='yesterday'><Cube currency='USD' rate='1.1'/></Cube></Cube></Envelope>")]
    [InlineData(0, "<Envelope><Cube><Cube time='2026-10-01'><Cube currency='USD' rate='about one'/></Cube></Cube></Envelope>")]
    [InlineData(0, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    [InlineData(0, "<Envelope><Cube>")]
    [InlineData(1000, "PK, but no archive")]
    public async Task What_is_no_table_of_rates_is_malformed(int daysBack, string body)
    {
        await using var bank = await BankAsync(new DateOnly(2026, 10, 1));
        bank.Stub.AnswersAnything(new StubAnswer(body) { ContentType = "text/xml" });

        var failure = await Assert.ThrowsAsync<SourceException>(() =>
            bank.Source.GetRatesAsync(new DateOnly(2026, 10, 1).AddDays(-daysBack), new(2026, 10, 1), CancellationToken.None));

        Assert.Equal(SourceFault.Malformed, failure.Fault);
    }

    [Fact]
    public void All_that_was_recorded_is_tried() => Recordings.AreAllTried(
        "ecb", ["eurofxref-daily", "eurofxref-hist-90d", "eurofxref-csv", "error-503"], "eurofxref-hist-extract");

    private static StubAnswer Zipped(ReadOnlyMemory<byte> csv)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        using (var file = zip.CreateEntry("eurofxref-hist.csv").Open())
            file.Write(csv.Span);

        return new StubAnswer(stream.ToArray()) { ContentType = "application/zip" };
    }

    private static Task<StubbedSource> BankAsync(DateOnly today) => StubbedSource.OfAsync<Ecb, EcbSettings, EcbProfile>(
        new FakeClock(new DateTimeOffset(today, new TimeOnly(16, 0), TimeSpan.Zero)), "");
}
