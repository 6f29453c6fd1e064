namespace Investr.Infrastructure.MarketData.Sources;

/// <summary>
/// An endless stream of independent standard normal numbers, each found by its place alone: nothing need be drawn before it, and
/// the same seed and name give the same stream on every machine and day.
/// </summary>
internal readonly struct NormalStream(long seed, string name)
{
    // The odd constant nearest to 2^64 divided by the golden ratio, and the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly ulong _key = Mix(unchecked((ulong)seed) ^ HashOf(name));

    internal double this[long place]
    {
        get
        {
            var bits = Mix(unchecked(_key + ((ulong)place * Golden)));

            // Box and Muller's transform; the first number is in (0, 1], so that its logarithm exists.
            var radius = Math.Sqrt(-2 * Math.Log(1 - Fraction(bits)));
            return radius * Math.Cos(2 * Math.PI * Fraction(Mix(bits ^ Golden)));
        }
    }

    private static double Fraction(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += Golden;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    // FNV-1a over the characters: string.GetHashCode differs from process to process.
    private static ulong HashOf(string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in name) hash = unchecked((hash ^ character) * 0x100000001B3);
        return hash;
    }
}
