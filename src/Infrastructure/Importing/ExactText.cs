using System.Globalization;

namespace Investr.Infrastructure.Importing;

/// <summary>Numbers and days as they are written to a file: to the last digit, and the same in every country.</summary>
internal static class ExactText
{
    // As many places as a decimal has, and no zeros that say nothing.
    private const string Exactly = "0.############################";

    public static string Of(decimal number) => number.ToString(Exactly, CultureInfo.InvariantCulture);

    public static string? Of(decimal? number) => number is { } some ? Of(some) : null;

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
