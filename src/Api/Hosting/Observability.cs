using System.Globalization;
using Serilog;
using Serilog.Configuration;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace Investr.Api.Hosting;

/// <summary>Where the log goes: the console, through Serilog; a JSON object a line, or for people in development.</summary>
internal static class Observability
{
    private const string ForPeople = "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";

    public static WebApplicationBuilder AddObservability(this WebApplicationBuilder builder)
    {
        var json = builder.Configuration.GetValue("Logging:Json", !builder.Environment.IsDevelopment());

        builder.Logging.ClearProviders();
        // Levels stay with ASP.NET Core's own configuration (Logging:LogLevel), so that there is one place to set them. AddSerilog would
        // put a filter of its own above it, which lets everything through.
        builder.Logging.AddProvider(new SerilogLoggerProvider(
            Written(new LoggerConfiguration().MinimumLevel.Verbose().Enrich.FromLogContext().WriteTo, json).CreateLogger(), dispose: true));
        return builder;
    }

    private static LoggerConfiguration Written(LoggerSinkConfiguration to, bool json) => json
        ? to.Console(new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture))
        : to.Console(formatProvider: CultureInfo.InvariantCulture, outputTemplate: ForPeople);
}
