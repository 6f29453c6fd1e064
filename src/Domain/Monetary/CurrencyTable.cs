using System.Collections.Frozen;

namespace Investr.Domain.Monetary;

/// <summary>Which currencies there are, and in how many decimal places each is paid (ISO 4217 table A.1; tickers for crypto).</summary>
internal static class CurrencyTable
{
    private const string WithTwoPlaces =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP " +
        "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS " +
        "KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB " +
        "PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD " +
        "TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWG CNH";

    private const string WithNone = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
    private const string WithThree = "BHD IQD JOD KWD LYD OMR TND";
    private const string WithFour = "CLF UYW";

    private const string Crypto =
        "BTC ETH USDT USDC BNB XRP SOL ADA DOGE TRX DOT LTC BCH LINK XLM AVAX MATIC POL ATOM XMR ETC UNI SHIB DAI TON NEAR ALGO " +
        "FIL ICP APT ARB OP XTZ EOS AAVE MKR GRT VET HBAR SUI DASH ZEC";

    private const int CryptoPlaces = 8;

    // What markets quote in that is not a currency by itself: pence, cents and agorot, each a hundredth.
    private static readonly FrozenDictionary<string, string> Hundredths =
        new Dictionary<string, string> { ["GBX"] = "GBP", ["ZAc"] = "ZAR", ["ILA"] = "ILS" }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Places = Codes(WithTwoPlaces, 2)
        .Concat(Codes(WithNone, 0)).Concat(Codes(WithThree, 3)).Concat(Codes(WithFour, 4)).Concat(Codes(Crypto, CryptoPlaces))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The way a code is written, whatever case it came in; null where there is no such currency.</summary>
    internal static string? CanonicalCode(string code)
    {
        // In "GBp" the case is the difference between pence and pounds.
        if (code == "GBp") return "GBX";

        var upper = code.ToUpperInvariant();
        return upper switch
        {
            "GBX" or "ILA" => upper,
            "ZAC" => "ZAc",
            _ => Places.ContainsKey(upper) ? upper : null,
        };
    }

    internal static int MinorUnitsOf(string code) => Places.GetValueOrDefault(code);

    internal static string? MajorOf(string code) => Hundredths.GetValueOrDefault(code);

    private static IEnumerable<KeyValuePair<string, int>> Codes(string codes, int places) =>
        codes.Split(' ').Select(code => KeyValuePair.Create(code, places));
}
