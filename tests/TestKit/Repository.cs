namespace Investr.TestKit;

/// <summary>The folder that the tests were built from, and what lies beside it.</summary>
public static class Repository
{
    public static string Folder { get; } = Find();

    /// <summary>A file of the folder of samples beside the repository. It may be missing: tests that need it skip, and name it.</summary>
    public static string Sample(string path) => Path.Combine(Path.GetDirectoryName(Folder)!, "shared", path);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Investr.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
