namespace Investr.Api.Hosting;

/// <summary>Where the settings' files are, and what relative paths (the database's among them) are relative to.</summary>
internal static class ContentRoot
{
    /// <summary>
    /// The present folder where the settings are there (dotnet run), else the program's own, so that a published folder runs from
    /// anywhere.
    /// </summary>
    public static string Find() =>
        File.Exists(Path.Combine(Environment.CurrentDirectory, "appsettings.json")) ? Environment.CurrentDirectory : AppContext.BaseDirectory;
}
