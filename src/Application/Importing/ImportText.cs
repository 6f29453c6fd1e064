using System.Text;

namespace Investr.Application.Importing;

/// <summary>Tells a text from other files, and gives it without its byte order mark.</summary>
public static class ImportText
{
    /// <summary>The longest file that is taken, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; null where it is no UTF-8 text, such as a picture or a spreadsheet's own file.</summary>
    public static string? Read(ReadOnlySpan<byte> file)
    {
        if (file.Contains((byte)0)) return null;
        try
        {
            return Strict.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
