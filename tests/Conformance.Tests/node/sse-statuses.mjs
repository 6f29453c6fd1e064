// Single connection mode by hand: the status of each way to go wrong, and of those that go right.
const [url] = process.argv.slice(2);
const header = 'X-GraphQL-Event-Stream-Token';
const statuses = {};

const ask = async (name, path, options) => {
  const response = await fetch(url + path, options);
  statuses[name] = response.status;
  return response;
};
const operation = (token, extensions) => ({
  method: 'POST',
  headers: { [header]: token, 'content-type': 'application/json' },
  body: JSON.stringify({ query: 'subscription { endless }', extensions }),
});
const stream = (signal) => ({ headers: { accept: 'text/event-stream' }, signal });

const token = await (await ask('reserve', '', { method: 'PUT' })).text();
const leaving = new AbortController();
await ask('open', `?token=${token}`, stream(leaving.signal));
await ask('openAgain', `?token=${token}`, stream());
await ask('unknownToken', '?token=unknown', stream());
await ask('withoutId', '', operation(token, {}));
await ask('begin', '', operation(token, { operationId: 'a' }));
await ask('beginAgain', '', operation(token, { operationId: 'a' }));
await ask('unknownStream', '', operation('unknown', { operationId: 'a' }));
await ask('stopWithoutId', '', { method: 'DELETE', headers: { [header]: token } });
await ask('stop', '?operationId=a', { method: 'DELETE', headers: { [header]: token } });
await ask('beginAnew', '', operation(token, { operationId: 'a' }));
leaving.abort();
for (;;) {
  const gone = await fetch(`${url}?operationId=a`, { method: 'DELETE', headers: { [header]: token } });
  if (gone.status === 404) break;
}
console.log(JSON.stringify(statuses));
