// Every way to be closed by a graphql-transport-ws server, driven by hand; prints the codes.
import WebSocket from 'ws';

const [url] = process.argv.slice(2);
const init = { type: 'connection_init' };
const subscribe = (query = '{ hello }') => ({ id: '1', type: 'subscribe', payload: { query } });

function closeOf(messages, protocol = 'graphql-transport-ws') {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, protocol);
    setTimeout(() => reject(new Error(`Not closed after ${JSON.stringify(messages)}`)), 15_000).unref();
    socket.on('error', reject);
    socket.on('open', () => messages.forEach((message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message))));
    socket.on('close', (code) => resolve(code));
  });
}

console.log(JSON.stringify({
  garbage: await closeOf(['{']),
  unknownType: await closeOf([{ type: 'nothing' }]),
  subscribeBeforeInit: await closeOf([subscribe()]),
  rejectedInit: await closeOf([{ ...init, payload: { token: 'forged' } }]),
  otherSubprotocol: await closeOf([], 'some-other'),
  noInit: await closeOf([]),
  duplicateId: await closeOf([init, subscribe('subscription { endless }'), subscribe()]),
  secondInit: await closeOf([init, init]),
}));
