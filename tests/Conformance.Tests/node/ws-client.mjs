// graphql-transport-ws as its own client speaks it: a query, a mutation, a refused document, a subscription ended by the
// server and one ended by the client; prints what came.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url] = process.argv.slice(2);
const client = createClient({ url, webSocketImpl: WebSocket, lazy: false, retryAttempts: 0, onNonLazyError: () => {} });

async function collect(query, variables, most = Infinity) {
  const results = [];
  try {
    for await (const result of client.iterate({ query, variables })) {
      results.push(result.data ?? result);
      if (results.length === most) break;
    }
  } catch (errors) {
    results.push({ refused: errors.map(({ message }) => message) });
  }
  return results;
}

const [query, mutation, refused, countdown, endless] = await Promise.all([
  collect('{ hello }'),
  collect('mutation($by: Int!) { add(by: $by) }', { by: 2 }),
  collect('{ nowhere }'),
  collect('subscription { countdown(from: 3) }'),
  collect('subscription { endless }', undefined, 2),
]);
const after = await collect('{ hello }');
await client.dispose();
console.log(JSON.stringify({ query, mutation, refused, countdown, endless, after }));
