using Investr.GraphQL.Execution.Planning;
using Investr.GraphQL.Language;
using Investr.GraphQL.Types;

namespace Investr.GraphQL.Caching;

/// <summary>Finds how long an operation's answers may be kept. Once it is for no time, nothing more is looked at.</summary>
internal sealed class CachePlanner
{
    private readonly Schema _schema;
    private int _seconds = int.MaxValue;
    private bool _isPrivate;

    private CachePlanner(Schema schema) => _schema = schema;

    /// <summary>The policy; null where the answers may not be kept.</summary>
    public static CachePolicy? PolicyOf(OperationPlan plan)
    {
        if (plan.Operation.Definition.Operation != OperationType.Query) return null;

        var planner = new CachePlanner(plan.Operation.Schema);
        var isKept = plan.Root.All.All(field => planner.Look(field, isRoot: true)) && planner._seconds < int.MaxValue;
        return isKept ? new(TimeSpan.FromSeconds(planner._seconds), planner._isPrivate ? CacheControlScope.Private : CacheControlScope.Public) : null;
    }

    // Whether there is still a time that the answer is good for.
    private bool Look(FieldPlan field, bool isRoot)
    {
        if (field.Definition.Name == "__typename") return true;

        var type = field.Definition.Type.Named;
        var (own, ofType) = (CacheControls.HintIn(field.Definition.Directives), OfType(type));
        _isPrivate |= own.IsPrivate || ofType.IsPrivate || field.Definition.Authorization.Count > 0;
        var inherits = !isRoot && (own.Inherits || ofType.Inherits || type is not CompositeType);
        if ((own.Seconds ?? (own.Inherits ? null : ofType.Seconds) ?? (inherits ? null : 0)) is { } seconds) _seconds = Math.Min(_seconds, seconds);

        return _seconds > 0 && field.Selection.All(type, child => Look(child, isRoot: false));
    }

    // An abstract type that says nothing is good as long as each of those that it may be.
    private CacheHint OfType(NamedType type)
    {
        var own = CacheControls.HintIn(type.Directives);
        if (own != default || type is not (InterfaceType or UnionType)) return own;

        var all = _schema.PossibleTypes(type).Select(possible => CacheControls.HintIn(possible.Directives)).ToArray();
        return new(
            all.Length > 0 && all.All(hint => hint.Seconds is not null) ? all.Min(hint => hint.Seconds) : null,
            all.Any(hint => hint.IsPrivate),
            all.Length > 0 && all.All(hint => hint.Inherits));
    }
}
