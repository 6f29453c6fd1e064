using Investr.Application.Importing;
using Investr.Domain.Importing;
using Investr.Infrastructure.Importing;
using Investr.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Tests.Importing;

/// <summary>The formats as they are registered.</summary>
internal static class Formats
{
    public static IReadOnlyList<IImportFormat> All { get; } =
        [.. new ServiceCollection().AddLogging().AddImporting().BuildServiceProvider().GetServices<IImportFormat>()];

    public static IImportFormat Of(string id) => All.Single(format => format.Id == id);

    /// <summary>The format that a file is found to have.</summary>
    public static IImportFormat? Recognize(string text) => All.FirstOrDefault(format => format.Recognizes(text));

    /// <summary>The rows of a file without fault.</summary>
    public static IReadOnlyList<ImportedRow> Rows(string id, string text)
    {
        var reading = Of(id).Read(text);
        Assert.Empty(reading.Faults);
        return reading.Rows;
    }

    /// <summary>What is wrong with a file.</summary>
    public static IReadOnlyList<ImportRowFault> Faults(string id, string text) => Of(id).Read(text).Faults;
}

/// <summary>Files of other trackers and brokers, which lie beside the repository where they are to be had.</summary>
internal static class SampleFile
{
    public static string Read(string path)
    {
        var file = Repository.Sample(Path.Combine("samples", path));
        if (File.Exists(file)) return ImportText.Read(File.ReadAllBytes(file))!;

        Assert.Skip($"../shared/samples/{path} is not here.");
        return "";
    }
}
