using System.Text;

namespace Investr.Infrastructure.Protection;

/// <summary>Files and folders that nobody but their owner may look at.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder where there is none, and keeps everybody else out of it.</summary>
    public static DirectoryInfo Folder(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = Owner;
        return folder;
    }

    /// <summary>Reads a text; makes it where there is no such file.</summary>
    /// <exception cref="InvalidDataException">Others may read the file.</exception>
    public static string ReadOrMake(string path, Func<string> make)
    {
        if (!File.Exists(path)) Write(path, make());
        if (IsOpenToOthers(path)) throw new InvalidDataException($"Others than its owner may read '{path}'. It holds a secret: chmod 600.");
        return File.ReadAllText(path);
    }

    /// <summary>Whether anybody but the owner may do anything with it. Windows keeps that elsewhere, and is not asked.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~Owner) != 0;

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Written aside and then given its name, so that of two processes that start together neither reads half a secret.
        var aside = $"{path}.{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using (var file = new StreamWriter(aside, Encoding.ASCII, options)) file.WriteLine(text);
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other process was first; its secret is the one to read.
            File.Delete(aside);
        }
    }
}
