using System.Globalization;

namespace Investr.Conformance.Tests.Oracle;

/// <summary>Where random runs begin: always the same, unless <c>INVESTR_SEED</c> names another. It is printed, so that a run can be repeated.</summary>
internal static class Seed
{
    public static int Next(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("INVESTR_SEED"), CultureInfo.InvariantCulture, out var given) ? given : 20_260_101;
        output.WriteLine($"Seed (INVESTR_SEED): {seed}");
        return seed;
    }
}
