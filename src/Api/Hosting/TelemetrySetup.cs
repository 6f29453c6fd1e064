using System.Diagnostics;
using Investr.Api.Telemetry;
using Investr.GraphQL.Diagnostics;
using Investr.Infrastructure;
using Investr.Infrastructure.MarketData.Calls;
using Investr.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Investr.Api.Hosting;

/// <summary>Where traces and metrics go: the settings under <c>Telemetry</c>.</summary>
internal sealed record TelemetryOptions : ISettings
{
    /// <summary>An OpenTelemetry collector that speaks OTLP over HTTP, such as <c>http://localhost:4318</c>; none where it is left out.</summary>
    public Uri? OtlpEndpoint { get; init; }

    public IEnumerable<string> Faults()
    {
        if (OtlpEndpoint is { } collector && !(collector.IsAbsoluteUri && collector.Scheme is "http" or "https"))
            yield return "Telemetry__OtlpEndpoint must be an address such as http://localhost:4318.";
    }
}

/// <summary>Metrics, for Prometheus to fetch, and traces, for a collector, through OpenTelemetry.</summary>
internal static class TelemetrySetup
{
    private const string Service = "investr";

    private static readonly string[] Spans = ["Microsoft.AspNetCore", GraphQLTelemetry.Name, SqlTelemetry.Source];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", GraphQLTelemetry.Name, SqlTelemetry.Source,
        MarketDataTelemetry.Source,
    ];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<TelemetryOptions>(configuration.GetSection("Telemetry"));
        services.AddSingleton<PrometheusExporter>();
        services.AddSingleton(provider => new BaseExportingMetricReader(provider.GetRequiredService<PrometheusExporter>()));
        services.AddSingleton(provider => MeterProviderOf(
            provider.GetRequiredService<TelemetryOptions>(), provider.GetRequiredService<BaseExportingMetricReader>()));
        services.AddSingleton(provider => TracerProviderOf(provider.GetRequiredService<TelemetryOptions>()));
        return services;
    }

    public static WebApplication UseTelemetry(this WebApplication app)
    {
        // Made here, because nobody asks for them.
        app.Services.GetRequiredService<MeterProvider>();
        app.Services.GetRequiredService<TracerProvider>();
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } span) Describe(span, context);
        });
        return app;
    }

    public static void MapMetrics(this WebApplication app) => app.MapGet("/metrics", (BaseExportingMetricReader reader, PrometheusExporter exporter) =>
    {
        reader.Collect();
        return Results.Text(exporter.Text, PrometheusText.ContentType);
    }).DisableRateLimiting();

    private static void Describe(Activity span, HttpContext context)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = $"{context.Request.Method} {route}";
        span.SetTag("http.request.method", context.Request.Method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
    }

    private static MeterProvider MeterProviderOf(TelemetryOptions options, MetricReader reader)
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService(Service)).AddMeter(Meters).AddReader(reader);
        if (options.OtlpEndpoint is { } collector) builder.AddOtlpExporter(exporter => SendTo(collector, "v1/metrics", exporter));
        return builder.Build();
    }

    private static TracerProvider TracerProviderOf(TelemetryOptions options)
    {
        var builder = Sdk.CreateTracerProviderBuilder().ConfigureResource(resource => resource.AddService(Service));
        // Where nobody takes the spans, none are made.
        if (options.OtlpEndpoint is { } collector) builder.AddSource(Spans).AddOtlpExporter(exporter => SendTo(collector, "v1/traces", exporter));
        return builder.Build();
    }

    private static void SendTo(Uri collector, string path, OtlpExporterOptions exporter) =>
        (exporter.Protocol, exporter.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(collector, path));
}
