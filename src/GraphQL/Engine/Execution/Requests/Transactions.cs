using System.Transactions;

namespace Investr.GraphQL.Execution;

/// <summary>Begins a transaction around each mutation: what its fields did holds where all went well, and else nothing does.</summary>
public interface ITransactionScopeHandler
{
    /// <summary>Begins one.</summary>
    ITransactionScope Create(IRequestContext context);
}

/// <summary>A transaction that is taken back when it is disposed, unless it was completed.</summary>
public interface ITransactionScope : IDisposable
{
    /// <summary>What was done holds.</summary>
    void Complete();
}

/// <summary>An ambient <see cref="TransactionScope"/>, which connections that are opened within it take part in.</summary>
internal sealed class AmbientTransactions : ITransactionScopeHandler
{
    public ITransactionScope Create(IRequestContext context) => new Scope();

    private sealed class Scope : ITransactionScope
    {
        private readonly TransactionScope _scope = new(
            TransactionScopeOption.Required,
            new TransactionOptions { IsolationLevel = IsolationLevel.ReadCommitted },
            TransactionScopeAsyncFlowOption.Enabled);

        public void Complete() => _scope.Complete();

        public void Dispose() => _scope.Dispose();
    }
}

/// <summary>The step around the execution of mutations.</summary>
internal sealed class TransactionMiddleware(RequestDelegate next, ITransactionScopeHandler handler)
{
    public async ValueTask InvokeAsync(IRequestContext context)
    {
        if (context.Operation?.Operation != Language.OperationType.Mutation)
        {
            await next(context);
            return;
        }

        using var transaction = handler.Create(context);
        await next(context);

        // Of an answer in parts the mutation itself is done; what follows is read.
        if (context.Result is OperationResult { Errors.Count: 0 } or ResponseStream) transaction.Complete();
    }
}
