using Investr.GraphQL.Execution.Planning;

namespace Investr.GraphQL.Execution.Incremental;

/// <summary>What the loop is writing for: a part of the response, and the deferred fragments around the place in it.</summary>
internal sealed class Delivery
{
    private readonly Delivery? _outer;
    private readonly DeferredFragment[] _begun;

    /// <summary>A part in which no fragment has begun.</summary>
    public Delivery(Part part) => (Part, _begun) = (part, []);

    /// <summary>The same place, but for another part.</summary>
    public Delivery(Part part, Delivery? outer) => (Part, _outer, _begun) = (part, outer, []);

    /// <summary>An object at which uses of @defer begin: each is a fragment of its own there.</summary>
    public Delivery(Delivery outer, IReadOnlyList<DeferUsage> begun, FieldPath? path)
    {
        (Part, _outer, _begun) = (outer.Part, outer, new DeferredFragment[begun.Count]);
        // One inside another comes after it, so that it finds it here.
        for (var i = 0; i < _begun.Length; i++)
        {
            var parent = begun[i].Parent is { } around ? FragmentOf(around) : null;
            Part.Begun.Add(_begun[i] = new(begun[i], path, parent));
        }
    }

    public Part Part { get; }

    /// <summary>What a use of @defer is at this place.</summary>
    public DeferredFragment FragmentOf(DeferUsage usage)
    {
        for (var at = this; at is not null; at = at._outer)
        {
            foreach (var fragment in at._begun)
            {
                if (fragment?.Usage == usage) return fragment;
            }
        }

        throw new InvalidOperationException("A field waits for a fragment that has not begun around it.");
    }
}
