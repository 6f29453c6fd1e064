using System.Globalization;
using Serilog;
using Serilog.Extensions.Logging;

namespace Investr.Api.Hosting;

/// <summary>Where the log goes: the console, through Serilog.</summary>
internal static class Observability
{
    public static WebApplicationBuilder AddObservability(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        // Levels stay with ASP.NET Core's own configuration (Logging:LogLevel), so that there is one place to set them. AddSerilog would
        // put a filter of its own above it, which lets everything through.
        builder.Logging.AddProvider(new SerilogLoggerProvider(
            new LoggerConfiguration()
                .MinimumLevel.Verbose()
                .Enrich.FromLogContext()
                .WriteTo.Console(
                    formatProvider: CultureInfo.InvariantCulture,
                    outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}")
                .CreateLogger(),
            dispose: true));
        return builder;
    }
}
