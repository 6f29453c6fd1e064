using System.Collections.Frozen;

namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>The names that CoinGecko has for coins. Several coins may share a symbol, so that only these are taken for what they seem.</summary>
internal static class CoinIds
{
    internal static FrozenDictionary<string, string> BySymbol { get; } = new Dictionary<string, string>
    {
        ["BTC"] = "bitcoin",
        ["ETH"] = "ethereum",
        ["USDT"] = "tether",
        ["USDC"] = "usd-coin",
        ["DAI"] = "dai",
        ["BNB"] = "binancecoin",
        ["SOL"] = "solana",
        ["XRP"] = "ripple",
        ["ADA"] = "cardano",
        ["DOGE"] = "dogecoin",
        ["TRX"] = "tron",
        ["DOT"] = "polkadot",
        ["LTC"] = "litecoin",
        ["BCH"] = "bitcoin-cash",
        ["LINK"] = "chainlink",
        ["XLM"] = "stellar",
        ["AVAX"] = "avalanche-2",
        ["UNI"] = "uniswap",
        ["ATOM"] = "cosmos",
        ["AAVE"] = "aave",
        ["SHIB"] = "shiba-inu",
        ["XMR"] = "monero",
        ["ETC"] = "ethereum-classic",
        ["TON"] = "the-open-network",
        ["NEAR"] = "near",
        ["ALGO"] = "algorand",
        ["FIL"] = "filecoin",
        ["ICP"] = "internet-computer",
        ["APT"] = "aptos",
        ["ARB"] = "arbitrum",
        ["OP"] = "optimism",
        ["XTZ"] = "tezos",
        ["MKR"] = "maker",
        ["GRT"] = "the-graph",
        ["VET"] = "vechain",
        ["HBAR"] = "hedera-hashgraph",
        ["SUI"] = "sui",
        ["DASH"] = "dash",
        ["ZEC"] = "zcash",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
