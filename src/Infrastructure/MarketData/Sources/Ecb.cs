using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using AutoMapper;
using CsvHelper;
using CsvHelper.Configuration;
using Investr.Domain.Monetary;
using Investr.Infrastructure.MarketData.Http;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>The European Central Bank's reference rates of the euro: some thirty currencies, each working day since 1999.</summary>
internal sealed class Ecb(IHttpClientFactory clients, EcbSettings settings, IMapper mapper, TimeProvider clock) : IMarketDataSource
{
    private const string Folder = "stats/eurofxref/";

    // What the short files hold at least, whatever holidays there are between.
    private const int DaysOfTheDailyFile = 1;
    private const int DaysOfTheShortFile = 85;

    // The whole history has some 300,000 rates; one that grows tenfold is not a history of rates.
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly SourceClient _client = new(clients, settings, new ApiRules(), clock);

    public string Name => "ecb";

    public SourceCapabilities Capabilities { get; } = new()
    {
        Rates = new Offer(int.MaxValue),
        Limits = settings.Limits(),
        Attribution = "Source: European Central Bank",
    };

    public bool Covers(Listing listing) => false;

    public async Task<IReadOnlyCollection<ExchangeRate>> GetRatesAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var age = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber - from.DayNumber;
        var days = age switch
        {
            < DaysOfTheDailyFile => ReadXml(await GetAsync("eurofxref-daily.xml", cancellationToken)),
            < DaysOfTheShortFile => ReadXml(await GetAsync("eurofxref-hist-90d.xml", cancellationToken)),
            _ => ReadZip(await GetAsync("eurofxref-hist.zip", cancellationToken)),
        };

        return [.. days.Where(rate => rate.On >= from && rate.On <= to && rate.Rate > 0).Select(mapper.Map<ExchangeRate>)];
    }

    private Task<byte[]> GetAsync(string file, CancellationToken cancellationToken) =>
        _client.GetBytesAsync(Folder + file, cancellationToken);

    private List<EcbRate> ReadXml(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var days = XDocument.Load(reader).Descendants().Where(cube => cube.Attribute("time") is not null).ToList();
            if (days.Count == 0) throw _client.Malformed("XML without a day in it.");

            return [.. days.SelectMany(day => day.Elements().Select(rate => new EcbRate(
                (string)rate.Attribute("currency")!,
                DateOnly.ParseExact((string)day.Attribute("time")!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                decimal.Parse((string)rate.Attribute("rate")!, CultureInfo.InvariantCulture))))
                .Where(IsKnown)];
        }
        catch (Exception reason) when (reason is XmlException or FormatException or OverflowException or ArgumentNullException)
        {
            throw _client.Malformed("XML that is no table of rates.", reason);
        }
    }

    private List<EcbRate> ReadZip(byte[] body)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(body));
            var file = zip.Entries.Single();
            if (file.Length > MostBytes) throw _client.Malformed($"a file of {file.Length} bytes.");

            using var csv = new CsvReader(new StreamReader(file.Open()), new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                TrimOptions = TrimOptions.Trim,
            });
            return ReadCsv(csv);
        }
        catch (Exception reason) when (reason is InvalidDataException or InvalidOperationException or CsvHelperException or FormatException)
        {
            throw _client.Malformed("no archive of a table of rates.", reason);
        }
    }

    private static List<EcbRate> ReadCsv(CsvReader csv)
    {
        csv.Read();
        csv.ReadHeader();

        // The columns end in a comma; a currency that was not quoted on a day has N/A there.
        var currencies = csv.HeaderRecord!.Select((name, column) => (name, column)).Where(header => IsKnown(header.name)).ToList();
        List<EcbRate> rates = [];
        while (csv.Read())
        {
            var day = DateOnly.Parse(csv.GetField(0)!, CultureInfo.InvariantCulture);
            foreach (var (currency, column) in currencies)
            {
                if (decimal.TryParse(csv.GetField(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate))
                    rates.Add(new EcbRate(currency, day, rate));
            }
        }

        return rates;
    }

    // Some that have gone, such as the lats and the litas, are in the file and in no table of today's currencies.
    private static bool IsKnown(EcbRate rate) => IsKnown(rate.Currency);

    private static bool IsKnown(string currency) => Currency.TryParse(currency, out _);
}

/// <summary>Units of a currency for one euro on a day.</summary>
internal sealed record EcbRate(string Currency, DateOnly On, decimal Rate);

internal sealed class EcbProfile : Profile
{
    public EcbProfile() => CreateMap<EcbRate, ExchangeRate>()
        .ForCtorParam(nameof(ExchangeRate.From), map => map.MapFrom(_ => Currency.Eur))
        .ForCtorParam(nameof(ExchangeRate.To), map => map.MapFrom(rate => Currency.Parse(rate.Currency)));
}

internal sealed record EcbSettings() : SourceSettings("Ecb", NeedsKey: false)
{
    public override Uri BaseAddress { get; init; } = new("https://www.ecb.europa.eu/");

    public override TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}
