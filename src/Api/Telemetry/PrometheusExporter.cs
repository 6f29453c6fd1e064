using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Investr.Api.Telemetry;

/// <summary>Keeps what was collected last as text, for whoever asked for the collection.</summary>
internal sealed class PrometheusExporter : BaseExporter<Metric>
{
    /// <summary>The metrics in Prometheus' text format.</summary>
    public string Text { get; private set; } = "";

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var text = new StringBuilder();
        foreach (var metric in batch) PrometheusText.Write(text, metric);
        Text = text.ToString();
        return ExportResult.Success;
    }
}
