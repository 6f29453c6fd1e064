using System.Text;
using Investr.Domain.Market;

namespace Investr.Domain.Diversification;

/// <summary>Whether the dimension can be told of a slice of exposure.</summary>
internal enum ExposureKind
{
    /// <summary>It can.</summary>
    Known,

    /// <summary>It has one, but which is not known.</summary>
    Unknown,

    /// <summary>The question makes no sense, as for the sector of cash.</summary>
    Outside,
}

/// <summary>A slice of one position.</summary>
internal readonly record struct ExposureSlice(string Key, string Label, decimal Value, ExposureKind Kind)
{
    internal static ExposureSlice Known(string label, decimal value) => new(KeyOf(label), label, value, ExposureKind.Known);

    internal static ExposureSlice Known(string key, string label, decimal value) => new(key, label, value, ExposureKind.Known);

    internal static ExposureSlice Unknown(decimal value) => new(AllocationSlice.Unknown, "Unknown", value, ExposureKind.Unknown);

    internal static ExposureSlice Outside(AssetClass @class, decimal value)
    {
        var label = LabelOf(@class.ToString());
        return new(KeyOf(label), label, value, ExposureKind.Outside);
    }

    /// <summary>Upper snake case: "Real estate" is REAL_ESTATE.</summary>
    internal static string KeyOf(string label)
    {
        var key = new StringBuilder(label.Length);
        foreach (var character in label.ToUpperInvariant())
        {
            if (char.IsLetterOrDigit(character)) key.Append(character);
            else if (key.Length > 0 && key[^1] != '_') key.Append('_');
        }

        return key.ToString().TrimEnd('_');
    }

    /// <summary>A name of the code as words: FixedIncome is "Fixed income".</summary>
    internal static string LabelOf(string name)
    {
        var label = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (char.IsUpper(character) && label.Length > 0) label.Append(' ').Append(char.ToLowerInvariant(character));
            else label.Append(character);
        }

        return label.ToString();
    }
}
