using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;

namespace Investr.Api.Telemetry;

/// <summary>Metrics in Prometheus' text format, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static void Write(StringBuilder text, Metric metric)
    {
        var name = NameOf(metric);
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {Escaped(metric.Description)}\n");
        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {TypeOf(metric.MetricType)}\n");
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            if (metric.MetricType == MetricType.Histogram) WriteHistogram(text, name, in point);
            else WriteLine(text, name, LabelsOf(in point), ValueOf(metric.MetricType, in point));
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, ref readonly MetricPoint point)
    {
        var labels = LabelsOf(in point);
        var below = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString(CultureInfo.InvariantCulture);
            WriteLine(text, $"{name}_bucket", [.. labels, $"le=\"{bound}\""], below);
        }

        WriteLine(text, $"{name}_sum", labels, point.GetHistogramSum());
        WriteLine(text, $"{name}_count", labels, point.GetHistogramCount());
    }

    private static void WriteLine(StringBuilder text, string name, string[] labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').AppendJoin(',', labels).Append('}');
        text.Append(CultureInfo.InvariantCulture, $" {value}\n");
    }

    private static double ValueOf(MetricType type, ref readonly MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    private static string TypeOf(MetricType type) => type switch
    {
        MetricType.Histogram => "histogram",
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        _ => "gauge",
    };

    // Names say their unit, and counters that they are totals, as Prometheus has it.
    private static string NameOf(Metric metric)
    {
        var unit = metric.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var total = TypeOf(metric.MetricType) == "counter" ? "_total" : "";
        return $"{Word(metric.Name)}{unit}{total}";
    }

    private static string[] LabelsOf(ref readonly MetricPoint point)
    {
        List<string> labels = [];
        foreach (var tag in point.Tags)
            labels.Add($"{Word(tag.Key)}=\"{Escaped(Convert.ToString(tag.Value, CultureInfo.InvariantCulture))}\"");
        return [.. labels];
    }

    private static string Word(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static string Escaped(string? text) => (text ?? "")
        .Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal);
}
