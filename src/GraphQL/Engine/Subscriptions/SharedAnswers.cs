using System.Text;
using Investr.GraphQL.Execution;
using Investr.GraphQL.Execution.Planning;

namespace Investr.GraphQL.Subscriptions;

/// <summary>The groups of subscribers that ask for the same: one plan, the same bytes of variables, and nothing in it that depends on who
/// asks.</summary>
internal sealed class SharedAnswers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(OperationPlan Plan, string Variables), (AnswerGroup Group, int Members)> _groups = [];

    /// <summary>How many groups have members.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _groups.Count;
        }
    }

    /// <summary>The group of a subscriber, who leaves it at the end; null for one that must be answered alone.</summary>
    public AnswerGroup? Join(ExecutionStart start)
    {
        if (!start.Plan.SharesAnswers || start.Request.Files is not null) return null;

        var key = (start.Plan, Encoding.UTF8.GetString(start.Request.Variables.Span));
        lock (_gate)
        {
            var (group, members) = _groups.GetValueOrDefault(key, (new(() => Leave(key)), 0));
            _groups[key] = (group, members + 1);
            return group;
        }
    }

    private void Leave((OperationPlan Plan, string Variables) key)
    {
        lock (_gate)
        {
            var (group, members) = _groups[key];
            if (members == 1) _groups.Remove(key);
            else _groups[key] = (group, members - 1);
        }
    }
}
