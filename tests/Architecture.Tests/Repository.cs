namespace Investr.Architecture.Tests;

internal static class Repository
{
    /// <summary>The folder that holds Investr.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Investr.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
