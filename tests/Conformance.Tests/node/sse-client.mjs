// GraphQL over Server-Sent Events as graphql-sse's own client speaks it, with a connection for each operation or with one for all: a query, a
// mutation, a refused document, a subscription ended by the server and one ended by the client; prints what came.
import { createClient } from 'graphql-sse';

const [url, mode] = process.argv.slice(2);
const client = createClient({ url, singleConnection: mode === 'single', retryAttempts: 0 });

async function collect(query, variables, most = Infinity) {
  const results = [];
  for await (const result of client.iterate({ query, variables })) {
    results.push(result.data ?? { refused: result.errors.map(({ message }) => message) });
    if (results.length === most) break;
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
client.dispose();
console.log(JSON.stringify({ query, mutation, refused, countdown, endless, after }));
