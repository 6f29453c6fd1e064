using System.Security.Claims;
using Investr.GraphQL.Types;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Investr.GraphQL.Execution;

/// <summary>Asks, before a resolver runs, whether the caller may have the field. A policy is asked once a request.</summary>
internal sealed class FieldAuthorization
{
    private readonly Dictionary<string, Task<AuthorizationResult>> _policies = new(StringComparer.Ordinal);

    /// <summary>Returns where the caller may; a task to wait for, before asking again, where a policy takes its time.</summary>
    /// <exception cref="GraphQLException">The caller may not.</exception>
    public Task? Check(IReadOnlyList<AuthorizeRule> rules, ClaimsPrincipal? user, IServiceProvider services)
    {
        if (rules.Count == 0) return null;
        if (user?.Identity?.IsAuthenticated != true) throw Refused(ErrorCodes.NotAuthenticated);

        foreach (var rule in rules)
        {
            if (rule.Roles.Count > 0 && !rule.Roles.Any(user.IsInRole)) throw Refused(ErrorCodes.NotAuthorized);
            if (rule.Policy is not { } policy) continue;

            if (!_policies.TryGetValue(policy, out var answer)) _policies[policy] = answer = Ask(policy, user, services);
            if (!answer.IsCompleted) return answer;
            if (!answer.GetAwaiter().GetResult().Succeeded) throw Refused(ErrorCodes.NotAuthorized);
        }

        return null;
    }

    public void Clear() => _policies.Clear();

    private static Task<AuthorizationResult> Ask(string policy, ClaimsPrincipal user, IServiceProvider services) =>
        services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, null, policy);

    private static GraphQLException Refused(string code) =>
        new(new GraphQLError("The current user is not authorized to access this resource.") { Code = code });
}
