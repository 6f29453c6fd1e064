// The API as clients of others use it, over documents/*.graphql. INVESTR_URL is where it runs.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode, parse } from 'graphql';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import UploadHttpLink from 'apollo-upload-client/UploadHttpLink.mjs';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';

const run = promisify(execFile);
const base = process.env.INVESTR_URL ?? 'http://127.0.0.1:5080';
const url = `${base}/graphql`;
const prices = { symbols: ['AAPL', 'BTC'] };
const csv = [
  'date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,note,externalId',
  '2023-05-02,DEPOSIT,,,,1000,USD,,,,,d-1',
  '2023-05-03,BUY,SPY,2,400,,USD,1.50,,,first,b-1',
].join('\n');

let folder;
let documents;

before(async () => {
  // Tools are run in a folder of their own, which ends with the tests.
  folder = await mkdtemp(join(tmpdir(), 'investr-clients-'));
  await cp('documents', join(folder, 'documents'), { recursive: true });
  await cp('relay', join(folder, 'relay'), { recursive: true });
  await cp('usage.ts', join(folder, 'usage.ts'));
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'schema.graphql'), await (await fetch(`${url}/schema.graphql`)).text());
  documents = Object.fromEntries(await Promise.all(['account', 'portfolios'].map(async (name) => [name, await readFile(`documents/${name}.graphql`, 'utf8')])));
});

after(() => rm(folder, { recursive: true, force: true }));

/** One operation of the documents, with the fragments that they share. */
function documentOf(name) {
  const { definitions } = parse(`${documents.account}\n${documents.portfolios}`);
  const operation = definitions.find((definition) => definition.name.value === name);
  const spreads = JSON.stringify(operation).includes('PortfolioPage');
  return { kind: 'Document', definitions: [operation, ...definitions.filter((definition) => spreads && definition.kind === 'FragmentDefinition')] };
}

const newcomer = (name) => ({ input: { email: `${name}.${Date.now()}@example.com`, password: 'a horse that is correct', displayName: name, baseCurrency: 'USD' } });

/** The same story for each client: signs up, asks, makes a portfolio, uploads a file, and follows prices. */
async function useAll(name, { query, mutate, follow }) {
  const { signUp } = await mutate('SignUp', newcomer(name));
  const token = signUp.tokens.accessToken;
  assert.equal((await query('Me', {}, token)).me.displayName, name);

  const { createPortfolio } = await mutate('CreatePortfolio', { input: { name: 'Core', baseCurrency: 'USD' } }, token);
  const file = new File([csv], 'trades.csv', { type: 'text/csv' });
  const { importTransactions } = await mutate('ImportTransactions', { input: { portfolioId: createPortfolio.portfolio.id, file } }, token);
  assert.equal(importTransactions.errors, null);
  assert.deepEqual([importTransactions.result.rows, importTransactions.result.imported], [2, 2]);

  const { portfolios } = await query('Portfolios', { first: 5 }, token);
  assert.equal(portfolios.totalCount, 1);
  // A deposit and a purchase.
  assert.equal(portfolios.edges[0].node.transactions.totalCount, 2);
  // 1000 − 2·400 − 1.50 = 198.50
  assert.equal(Number(portfolios.edges[0].node.valuation.cash), 198.5);
  assert.equal((await query('Refetch', { id: createPortfolio.portfolio.id }, token)).node.name, 'Core');

  const seen = await follow('Prices', prices, token);
  assert.deepEqual(seen.map(({ priceChanged }) => priceChanged.asset.symbol).sort(), ['AAPL', 'BTC']);
}

const socketClient = (token) => createSocketClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization: `Bearer ${token}` } });

test('Apollo Client queries, mutates, uploads and subscribes', { timeout: 60_000 }, async () => {
  const client = (token) => {
    const headers = { 'graphql-preflight': '1', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const socket = new GraphQLWsLink(socketClient(token));
    const link = ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, socket, new UploadHttpLink({ uri: url, headers }));
    return new ApolloClient({ link, cache: new InMemoryCache() });
  };
  await useAll('apollo', {
    query: async (name, variables, token) => (await client(token).query({ query: documentOf(name), variables })).data,
    mutate: async (name, variables, token) => (await client(token).mutate({ mutation: documentOf(name), variables })).data,
    follow: (name, variables, token) => new Promise((resolve, reject) => {
      const seen = [];
      const subscription = client(token).subscribe({ query: documentOf(name), variables }).subscribe({
        next({ data, error }) {
          if (error) reject(error);
          if (seen.push(data) === 2) {
            subscription.unsubscribe();
            resolve(seen);
          }
        },
        error: reject,
      });
    }),
  });
});

test('urql queries, mutates, uploads and subscribes', { timeout: 60_000 }, async () => {
  const client = (token) => {
    const socket = socketClient(token);
    const forwardSubscription = ({ query, variables }) => ({ subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }) });
    return new Client({
      url,
      preferGetMethod: false,
      exchanges: [fetchExchange, subscriptionExchange({ forwardSubscription })],
      fetchOptions: { headers: { 'graphql-preflight': '1', ...(token ? { authorization: `Bearer ${token}` } : {}) } },
    });
  };
  const dataOf = ({ data, error }) => {
    if (error) throw error;
    return data;
  };
  await useAll('urql', {
    query: async (name, variables, token) => dataOf(await client(token).query(documentOf(name), variables)),
    mutate: async (name, variables, token) => dataOf(await client(token).mutation(documentOf(name), variables)),
    follow: (name, variables, token) => new Promise((resolve, reject) => {
      const seen = [];
      const { unsubscribe } = client(token).subscription(documentOf(name), variables).subscribe(({ data, error }) => {
        if (error) reject(error);
        if (seen.push(data) === 2) {
          unsubscribe();
          resolve(seen);
        }
      });
    }),
  });
});

test('graphql-sse queries and subscribes, a connection for each', { timeout: 60_000 }, async () => {
  const sse = (token) => createSseClient({ url, retryAttempts: 0, headers: token ? { authorization: `Bearer ${token}` } : {} });
  const collect = async (name, variables, token, most) => {
    const seen = [];
    const client = sse(token);
    const source = documents.account.includes(name) ? documents.account : documents.portfolios;
    for await (const { data, errors } of client.iterate({ query: source, operationName: name, variables })) {
      assert.equal(errors, undefined);
      if (seen.push(data) === most) break;
    }
    client.dispose();
    return seen;
  };
  const [{ signUp }] = await collect('SignUp', newcomer('sse'), undefined, 1);
  const token = signUp.tokens.accessToken;
  assert.deepEqual((await collect('Me', {}, token)).map(({ me }) => me.displayName), ['sse']);
  assert.deepEqual((await collect('Prices', prices, token, 2)).map(({ priceChanged }) => priceChanged.asset.symbol).sort(), ['AAPL', 'BTC']);
  await assert.rejects(collect('Nowhere', {}, token));
});

test('relay-compiler accepts the schema, its nodes and its connections', { timeout: 60_000 }, async () => {
  const config = { src: './relay', schema: './schema.graphql', language: 'typescript', eagerEsModules: true };
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config));
  const { stdout, stderr } = await run(process.execPath, ['node_modules/relay-compiler/cli.js', '--output', 'verbose', 'relay.config.json'], { cwd: folder });
  // The query, the mutation, the subscription, and the two queries that @refetchable makes.
  assert.match(stdout + stderr, /5 normalization/);
});

test('graphql-codegen makes types that compile', { timeout: 120_000 }, async () => {
  const scalars = { CurrencyCode: 'string', Date: 'string', DateTime: 'string', Decimal: 'string', Upload: 'File' };
  const config = {
    schema: 'schema.graphql',
    documents: 'documents/*.graphql',
    config: { strictScalars: true, scalars },
    generates: { 'schema.ts': { plugins: ['typescript'] }, 'types.ts': { plugins: ['typescript-operations'] } },
  };
  await writeFile(join(folder, 'codegen.json'), JSON.stringify(config));
  await run(process.execPath, ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.json'], { cwd: folder });
  await run(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '--strict', '--target', 'es2022', '--module', 'preserve', 'usage.ts', 'schema.ts'], { cwd: folder });
});
