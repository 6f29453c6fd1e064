// The older graphql-ws subprotocol as the client of subscriptions-transport-ws speaks it; prints what came.
import transport from 'subscriptions-transport-ws';
import WebSocket from 'ws';

const [url] = process.argv.slice(2);
const client = new transport.SubscriptionClient(url, { reconnect: false }, WebSocket);

const collect = (query, variables, most = Infinity) => new Promise((resolve, reject) => {
  const results = [];
  const subscription = client.request({ query, variables }).subscribe({
    next: (result) => {
      results.push(result.data ?? { refused: result.errors.map(({ message }) => message) });
      if (results.length < most) return;
      subscription.unsubscribe();
      resolve(results);
    },
    error: reject,
    complete: () => resolve(results),
  });
});

const rejected = new Promise((resolve) => {
  const other = new transport.SubscriptionClient(
    url, { connectionParams: { token: 'forged' }, connectionCallback: (error) => resolve(error?.message ?? error) }, WebSocket);
  other.onDisconnected(() => other.close());
});

const [query, mutation, refused, countdown, endless] = await Promise.all([
  collect('{ hello }'),
  collect('mutation($by: Int!) { add(by: $by) }', { by: 2 }),
  collect('{ nowhere }'),
  collect('subscription { countdown(from: 3) }'),
  collect('subscription { endless }', undefined, 2),
]);
const after = await collect('{ hello }');
client.close();
console.log(JSON.stringify({ query, mutation, refused, countdown, endless, after, rejected: await rejected }));
process.exit(0);
