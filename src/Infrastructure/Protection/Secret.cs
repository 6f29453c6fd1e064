namespace Investr.Infrastructure.Protection;

/// <summary>Something that nobody else may know: what it is, where the service finds it, and how one is made.</summary>
/// <param name="Name">What it is, at the beginning of a sentence.</param>
/// <param name="Setting">The setting with the secret itself, such as <c>Protection:Key</c>.</param>
/// <param name="FileSetting">The setting with the path of a file that holds it.</param>
/// <param name="FileName">The file beside the database that holds it where neither is set.</param>
/// <param name="Command">How a shell writes a new one.</param>
/// <param name="Make">Makes a new one.</param>
/// <param name="Check">Throws an <see cref="InvalidDataException"/> where a text cannot be used.</param>
internal sealed record Secret(
    string Name, string Setting, string FileSetting, string FileName, string Command, Func<string> Make, Action<string> Check)
{
    /// <summary>The setting as the environment names it.</summary>
    public string Variable => Setting.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The setting of the file as the environment names it.</summary>
    public string FileVariable => FileSetting.Replace(":", "__", StringComparison.Ordinal);
}
