using Investr.Application.Exporting;
using Investr.Application.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.Infrastructure.Importing;

internal static class ImportingSetup
{
    /// <summary>The file that is written, and the formats, in the order in which they are asked whether a file is theirs.</summary>
    public static IServiceCollection AddImporting(this IServiceCollection services) => services
        .AddSingleton<ILedgerFile, GenericCsvFile>()
        .AddAutoMapper(options => options.AddProfile<ImportProfile>())
        .AddSingleton<IImportFormat, GenericCsvFormat>()
        .AddSingleton<IImportFormat, GhostfolioCsvFormat>()
        .AddSingleton<IImportFormat, GhostfolioJsonFormat>()
        .AddSingleton<IImportFormat, PortfolioPerformanceCsvFormat>()
        .AddSingleton<IImportFormat, Trading212CsvFormat>()
        .AddSingleton<IImportFormat, InteractiveBrokersFlexCsvFormat>()
        .AddSingleton<IImportFormat, InteractiveBrokersCashCsvFormat>();
}
