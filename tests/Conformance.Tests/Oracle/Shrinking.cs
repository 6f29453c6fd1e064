namespace Investr.Conformance.Tests.Oracle;

/// <summary>Makes the smallest text of one that shows a fault, so that it can be read, and kept as a fixed case.</summary>
internal static class Shrinking
{
    /// <summary>Leaves out whatever the fault does not need, in smaller and smaller pieces.</summary>
    public static async Task<string> ShrinkAsync(string text, Func<string, Task<bool>> isAtFault)
    {
        for (var length = text.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= text.Length;)
            {
                var shorter = text.Remove(start, length);
                if (await isAtFault(shorter)) text = shorter;
                else start += length;
            }
        }

        return text;
    }
}
