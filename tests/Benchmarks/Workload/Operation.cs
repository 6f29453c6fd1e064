using System.Text;

namespace Investr.Benchmarks.Workload;

/// <summary>An operation of the workload, its load, and what the library wants to reach against the floor.</summary>
public sealed record Operation(string Name, string Body, int Connections, double CpuTarget, int AllocationTarget)
{
    public static readonly IReadOnlyList<Operation> All =
    [
        new("hello", """{"query":"{ hello }"}""", 32, CpuTarget: 1.3, AllocationTarget: 2_000),
        new(
            "portfolio",
            """{"query":"query P($id: ID!) { portfolio(id: $id) { id name holdings { quantity asset { symbol name price } value } } }","variables":{"id":"p1"}}""",
            32, CpuTarget: 1.6, AllocationTarget: 8_000),
        new("list", """{"query":"{ quotes { id symbol name exchange price change volume open } }"}""", 16, CpuTarget: 1.4, AllocationTarget: 4_000),
    ];

    /// <summary>The whole request as it goes over the wire.</summary>
    public byte[] Request { get; } = Encoding.UTF8.GetBytes(
        $"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(Body)}\r\n\r\n{Body}");
}
