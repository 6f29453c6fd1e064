using System.Collections.Frozen;

namespace Investr.Infrastructure.MarketData;

/// <summary>An exchange, and how it is written in symbols.</summary>
/// <param name="Name">Its name in the catalogue.</param>
/// <param name="Mic">Its market identifier code, ISO 10383.</param>
/// <param name="Suffix">What ends a symbol of the catalogue that is listed there; empty in the United States.</param>
/// <param name="TwelveData">Its name with Twelve Data.</param>
internal sealed record Exchange(string Name, string Mic, string Suffix, string TwelveData)
{
    internal bool IsAmerican => Suffix.Length == 0;
}

/// <summary>The exchanges whose listings are found with other sources by rule.</summary>
internal static class Exchanges
{
    private static readonly Exchange[] All =
    [
        new("NYSE", "XNYS", "", "NYSE"),
        new("NASDAQ", "XNAS", "", "NASDAQ"),
        new("NYSE_ARCA", "ARCX", "", "NYSE"),
        new("CBOE_BZX", "BATS", "", "CBOE"),
        new("TSX", "XTSE", ".TO", "TSX"),
        new("LSE", "XLON", ".L", "LSE"),
        new("XETRA", "XETR", ".DE", "XETR"),
        new("FRANKFURT", "XFRA", ".F", "FSX"),
        new("EURONEXT_PARIS", "XPAR", ".PA", "Euronext"),
        new("EURONEXT_AMSTERDAM", "XAMS", ".AS", "Euronext"),
        new("EURONEXT_BRUSSELS", "XBRU", ".BR", "Euronext"),
        new("EURONEXT_LISBON", "XLIS", ".LS", "Euronext"),
        new("EURONEXT_DUBLIN", "XDUB", ".IR", "Euronext"),
        new("BORSA_ITALIANA", "XMIL", ".MI", "MTA"),
        new("BME", "XMAD", ".MC", "BME"),
        new("SIX", "XSWX", ".SW", "SIX"),
        new("WIENER_BOERSE", "XWBO", ".VI", "VSE"),
        new("NASDAQ_STOCKHOLM", "XSTO", ".ST", "OMX"),
        new("NASDAQ_COPENHAGEN", "XCSE", ".CO", "OMXC"),
        new("NASDAQ_HELSINKI", "XHEL", ".HE", "OMXH"),
        new("OSLO_BORS", "XOSL", ".OL", "OSE"),
        new("GPW", "XWAR", ".WA", "GPW"),
        new("ASX", "XASX", ".AX", "ASX"),
        new("NZX", "XNZE", ".NZ", "NZX"),
        new("TSE", "XTKS", ".T", "JPX"),
        new("HKEX", "XHKG", ".HK", "HKEX"),
        new("SSE", "XSHG", ".SS", "SSE"),
        new("SZSE", "XSHE", ".SZ", "SZSE"),
        new("TWSE", "XTAI", ".TW", "TWSE"),
        new("KRX", "XKRX", ".KS", "KRX"),
        new("NSE_INDIA", "XNSE", ".NS", "NSE"),
        new("BSE_INDIA", "XBOM", ".BO", "BSE"),
        new("SGX", "XSES", ".SI", "SGX"),
        new("TASE", "XTAE", ".TA", "TASE"),
        new("JSE", "XJSE", ".JO", "JSE"),
        new("B3", "BVMF", ".SA", "Bovespa"),
        new("BMV", "XMEX", ".MX", "BMV"),
    ];

    private static readonly FrozenDictionary<string, Exchange> ByName = All
        .SelectMany(exchange => new[] { KeyValuePair.Create(exchange.Name, exchange), KeyValuePair.Create(exchange.Mic, exchange) })
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Exchange> BySuffix =
        All.Where(exchange => !exchange.IsAmerican).ToFrozenDictionary(exchange => exchange.Suffix, StringComparer.OrdinalIgnoreCase);

    /// <summary>The exchange with a name of the catalogue, or with a MIC; null where it is not known.</summary>
    internal static Exchange? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    /// <summary>The exchange that the end of a symbol names; null where it names none.</summary>
    internal static Exchange? FindBySuffix(string symbol) =>
        symbol.LastIndexOf('.') is var dot and > 0 ? BySuffix.GetValueOrDefault(symbol[dot..]) : null;
}
