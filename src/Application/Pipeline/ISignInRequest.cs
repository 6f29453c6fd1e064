namespace Investr.Application.Pipeline;

/// <summary>A request that lets somebody in who is not: it can be tried by anybody, and is worth trying again and again.</summary>
public interface ISignInRequest;
