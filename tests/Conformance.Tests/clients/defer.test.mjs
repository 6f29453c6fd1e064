// Answers in parts, as clients of others read them: @defer in the formats that each of them knows. INVESTR_URL is where the API runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { Client, fetchExchange } from '@urql/core';
import { parse } from 'graphql';

const url = `${process.env.INVESTR_URL ?? 'http://127.0.0.1:5080'}/graphql`;
const document = parse('query Me { me { __typename id displayName ... @defer(label: "more") { baseCurrency } } }');

async function signUp(displayName) {
  const query = 'mutation ($input: SignUpInput!) { signUp(input: $input) { tokens { accessToken } } }';
  const input = { email: `${displayName}.${Date.now()}@example.com`, password: 'a horse that is correct', displayName, baseCurrency: 'USD' };
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables: { input } }) });
  return (await response.json()).data.signUp.tokens.accessToken;
}

/** Keeps the types of the answers that a client gets. */
function fetching(types) {
  return async (...request) => {
    const response = await fetch(...request);
    types.push(response.headers.get('content-type'));
    return response;
  };
}

function check(name, seen, types) {
  assert.match(types[0], /^multipart\/mixed/);
  // What can be waited for is not in the first answer, and is in the last.
  assert.deepEqual([seen[0].me.displayName, seen[0].me.baseCurrency], [name, undefined]);
  assert.deepEqual([seen.at(-1).me.displayName, seen.at(-1).me.baseCurrency], [name, 'USD']);
}

for (const [name, handler] of [['apollo-current', new GraphQL17Alpha9Handler()], ['apollo-2022', new Defer20220824Handler()]]) {
  test(`Apollo Client reads an answer in parts: ${name}`, { timeout: 60_000 }, async () => {
    const types = [];
    const link = new HttpLink({ uri: url, fetch: fetching(types), headers: { authorization: `Bearer ${await signUp(name)}` } });
    const client = new ApolloClient({ link, cache: new InMemoryCache(), incrementalHandler: handler });
    const seen = [];
    await new Promise((resolve, reject) => {
      const subscription = client.watchQuery({ query: document }).subscribe(({ data, dataState, error }) => {
        if (error) reject(error);
        if (dataState === 'streaming' || dataState === 'complete') seen.push(data);
        if (dataState === 'complete') resolve();
      });
      setTimeout(() => subscription.unsubscribe(), 50_000).unref();
    });
    check(name, seen, types);
  });
}

test('urql reads an answer in parts', { timeout: 60_000 }, async () => {
  const types = [];
  const token = await signUp('urql-parts');
  const client = new Client({ url, preferGetMethod: false, exchanges: [fetchExchange], fetch: fetching(types), fetchOptions: { headers: { authorization: `Bearer ${token}` } } });
  const seen = [];
  await new Promise((resolve, reject) => {
    client.query(document, {}).subscribe(({ data, error, hasNext }) => {
      if (error) reject(error);
      seen.push(data);
      if (!hasNext) resolve();
    });
  });
  check('urql-parts', seen, types);
});
