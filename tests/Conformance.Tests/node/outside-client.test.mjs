// Drives a running Investr as any outside client would: npm's graphql-ws and plain fetch, nothing of ours.
//
//   INVESTR_URL=http://127.0.0.1:5080 INVESTR_ADMIN=email:password node --test outside-client.test.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, buildSchema } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const base = process.env.INVESTR_URL ?? 'http://127.0.0.1:5080';
const [adminEmail, adminPassword] = (process.env.INVESTR_ADMIN ?? ':').split(':');
const run = Date.now().toString(36);
const people = {};

async function post(body, { token, headers = {} } = {}) {
  const response = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, ...(await response.json()) };
}

async function ask(query, variables, token) {
  const answer = await post({ query, variables }, { token });
  assert.deepEqual(answer.errors, undefined, JSON.stringify(answer.errors));
  return answer.data;
}

const signUp = /* GraphQL */ `
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      tokens { accessToken refreshToken user { id displayName email roles baseCurrency } }
      errors { __typename ... on Error { code message } ... on ValidationError { fields { path message } } }
    }
  }`;

const portfolioPage = /* GraphQL */ `
  query Page($id: ID!, $asOf: Date) {
    portfolio(id: $id) {
      name baseCurrency access
      valuation(asOf: $asOf) { totalValue marketValue cash costBasis netContributions unrealizedGain { amount ratio } dataIssues { code } }
      cash(asOf: $asOf) { amount currency }
      holdings(asOf: $asOf, first: 50, order: [{ symbol: ASC }]) {
        totalCount
        nodes { asset { symbol quote { price currency source freshness } } quantity averageCost price value { amount currency } weight unrealizedGain { amount ratio } }
      }
      allocation(by: CLASS, asOf: $asOf) { key label value weight }
      diversification(asOf: $asOf) {
        score scoreLow scoreHigh methodVersion herfindahlIndex effectiveHoldings normalizedEntropy
        components { name coverage score weight contribution explanation }
      }
    }
  }`;

const record = /* GraphQL */ `
  mutation Record($input: RecordTransactionsInput!) {
    recordTransactions(input: $input) {
      portfolio { cash { amount currency } }
      transactions { id type quantity cashEffect }
      errors { __typename ... on Error { code message } ... on ValidationError { fields { path message } } ... on InsufficientQuantityError { held asked } }
    }
  }`;

const importing = /* GraphQL */ `
  mutation Import($input: ImportTransactionsInput!) {
    importTransactions(input: $input) {
      result { format rows imported duplicates portfolio { transactions(first: 50) { totalCount } } }
      errors { __typename ... on Error { code message } ... on ImportError { rows { line field message } } ... on ValidationError { fields { path message } } }
    }
  }`;

test('the introspection makes a client schema, the same as the schema file', async () => {
  const introspection = await ask(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true }));
  const client = printSchema(lexicographicSortSchema(buildClientSchema(introspection)));
  const file = await (await fetch(`${base}/graphql/schema.graphql`)).text();
  assert.equal(client, printSchema(lexicographicSortSchema(buildSchema(file))));
});

test('two people sign up, and what is wrong is told all at once', async () => {
  for (const name of ['ada', 'bob']) {
    const { signUp: payload } = await ask(signUp, { input: { email: `${name}.${run}@example.com`, password: `correct horse ${run}`, displayName: name, baseCurrency: 'USD' } });
    assert.equal(payload.errors, null);
    assert.deepEqual(payload.tokens.user.roles, ['INVESTOR']);
    people[name] = { token: payload.tokens.accessToken, refresh: payload.tokens.refreshToken, id: payload.tokens.user.id };
  }

  const { signUp: taken } = await ask(signUp, { input: { email: `ADA.${run}@example.com`, password: `correct horse ${run}`, displayName: 'again' } });
  assert.equal(taken.tokens, null);
  assert.equal(taken.errors[0].code, 'EMAIL_TAKEN');

  const { signUp: wrong } = await ask(signUp, { input: { email: 'nobody', password: 'short', displayName: '' } });
  assert.equal(wrong.tokens, null);
  assert.deepEqual(wrong.errors[0].fields.map((field) => field.path.join('.')).sort(), ['displayName', 'email', 'password']);
});

test('signing in gives tokens, and a refresh token works once', async () => {
  const signIn = 'mutation($input: SignInInput!) { signIn(input: $input) { tokens { accessToken refreshToken } errors { ... on Error { code } } } }';
  const right = await ask(signIn, { input: { email: `ada.${run}@example.com`, password: `correct horse ${run}` } });
  assert.equal(right.signIn.errors, null);
  const wrong = await ask(signIn, { input: { email: `ada.${run}@example.com`, password: 'wrong horse battery' } });
  const unknown = await ask(signIn, { input: { email: `eve.${run}@example.com`, password: 'wrong horse battery' } });
  assert.deepEqual(wrong.signIn, unknown.signIn);
  assert.equal(wrong.signIn.errors[0].code, 'INVALID_CREDENTIALS');

  const refresh = 'mutation($input: RefreshTokensInput!) { refreshTokens(input: $input) { tokens { accessToken } errors { ... on Error { code } } } }';
  const input = { refreshToken: right.signIn.tokens.refreshToken };
  assert.equal((await ask(refresh, { input })).refreshTokens.errors, null);
  assert.equal((await ask(refresh, { input })).refreshTokens.errors[0].code, 'INVALID_CREDENTIALS');
});

test('me is the one who asks, and nobody without a token', async () => {
  assert.equal((await ask('{ me { displayName } }', {}, people.ada.token)).me.displayName, 'ada');
  assert.equal((await ask('{ me { displayName } }')).me, null);
});

test('a portfolio is made, trades are recorded, all or none', async () => {
  const create = 'mutation($input: CreatePortfolioInput!) { createPortfolio(input: $input) { portfolio { id version } errors { ... on Error { code } } } }';
  const { createPortfolio } = await ask(create, { input: { name: 'Core', baseCurrency: 'USD' } }, people.ada.token);
  people.ada.portfolio = createPortfolio.portfolio.id;

  const transactions = [
    { type: 'DEPOSIT', tradeDate: '2024-01-02', amount: '10000', currency: 'USD' },
    { type: 'BUY', symbol: 'AAPL', tradeDate: '2024-01-03', quantity: '10', unitPrice: '100', fee: '1' },
    { type: 'BUY', symbol: 'IBM', tradeDate: '2024-01-03', quantity: 5, unitPrice: 200 },
    { type: 'SELL', symbol: 'AAPL', tradeDate: '2024-02-01', quantity: '4', unitPrice: '120', fee: '1' },
    { type: 'DIVIDEND', symbol: 'IBM', tradeDate: '2024-03-01', amount: '8.30' },
    { type: 'FEE', tradeDate: '2024-03-01', amount: '2' },
    { type: 'WITHDRAWAL', tradeDate: '2024-03-02', amount: '500' },
  ];
  const { recordTransactions } = await ask(record, { input: { portfolioId: people.ada.portfolio, transactions } }, people.ada.token);
  assert.equal(recordTransactions.errors, null);
  assert.equal(recordTransactions.transactions.length, 7);
  // 10000 − (10·100 + 1) − 5·200 + (4·120 − 1) + 8.30 − 2 − 500 = 7984.30
  assert.equal(Number(recordTransactions.portfolio.cash[0].amount), 7984.3);
});

test('a sale of what is not held is refused and changes nothing', async () => {
  const before = (await ask('query($id: ID!) { portfolio(id: $id) { version } }', { id: people.ada.portfolio }, people.ada.token)).portfolio.version;
  const transactions = [
    { type: 'BUY', symbol: 'MSFT', tradeDate: '2024-01-03', quantity: '1', unitPrice: '1' },
    { type: 'SELL', symbol: 'AAPL', tradeDate: '2024-01-15', quantity: '7', unitPrice: '120' },
  ];
  const { recordTransactions } = await ask(record, { input: { portfolioId: people.ada.portfolio, transactions } }, people.ada.token);
  // 10 bought, 4 sold on 1 February: 6 are free on the leanest day.
  assert.equal(recordTransactions.errors[0].code, 'INSUFFICIENT_QUANTITY');
  assert.deepEqual([Number(recordTransactions.errors[0].held), Number(recordTransactions.errors[0].asked)], [6, 7]);
  assert.equal((await ask('query($id: ID!) { portfolio(id: $id) { version } }', { id: people.ada.portfolio }, people.ada.token)).portfolio.version, before);
});

test('faults of several transactions are told together, by path', async () => {
  const transactions = [
    { type: 'BUY', symbol: 'NO-SUCH-SYMBOL', tradeDate: '2024-01-03', quantity: '1', unitPrice: '1' },
    { type: 'BUY', symbol: 'AAPL', tradeDate: '2024-01-03', quantity: '-1', unitPrice: '1' },
    { type: 'DEPOSIT', tradeDate: '1850-01-01', amount: '5' },
  ];
  const { recordTransactions } = await ask(record, { input: { portfolioId: people.ada.portfolio, transactions } }, people.ada.token);
  assert.equal(recordTransactions.errors[0].code, 'VALIDATION');
  assert.deepEqual(recordTransactions.errors[0].fields.map((field) => field.path.join('.')).sort(),
    ['transactions.0.symbol', 'transactions.1.quantity', 'transactions.2.tradeDate']);
});

test('a CSV is imported as text and as an upload, and the same file twice adds nothing', async () => {
  const text = [
    'date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,note,externalId',
    '2023-05-02,DEPOSIT,,,,1000,USD,,,,,d-1',
    '2023-05-03,BUY,SPY,2,400,,USD,1.50,,,first,b-1',
  ].join('\n');
  const asText = (await ask(importing, { input: { portfolioId: people.ada.portfolio, text } }, people.ada.token)).importTransactions;
  assert.equal(asText.errors, null);
  assert.deepEqual([asText.result.rows, asText.result.imported, asText.result.duplicates], [2, 2, 0]);

  const form = new FormData();
  form.set('operations', JSON.stringify({ query: importing, variables: { input: { portfolioId: people.ada.portfolio, file: null } } }));
  form.set('map', JSON.stringify({ 0: ['variables.input.file'] }));
  form.set('0', new Blob([text], { type: 'text/csv' }), 'trades.csv');
  const response = await fetch(`${base}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${people.ada.token}`, 'graphql-preflight': '1' }, body: form });
  const asUpload = (await response.json()).data.importTransactions;
  assert.equal(asUpload.errors, null);
  assert.deepEqual([asUpload.result.rows, asUpload.result.imported, asUpload.result.duplicates], [2, 0, 2]);

  const wrong = 'date,type,symbol,quantity,unitPrice,amount,currency,fee,tax,ratio,note,externalId\n2023-13-02,BUY,SPY,x,400,,USD,,,,,\n2023-05-03,STEAL,SPY,1,1,,USD,,,,,';
  const { errors, result } = (await ask(importing, { input: { portfolioId: people.ada.portfolio, text: wrong } }, people.ada.token)).importTransactions;
  assert.equal(result, null);
  assert.equal(errors[0].__typename, 'ImportError');
  assert.deepEqual(new Set(errors[0].rows.map((row) => row.line)), new Set([2, 3]));
});

test('Ghostfolio\'s CSV is recognized', async () => {
  const text = 'Date,Code,DataSource,Currency,Price,Quantity,Action,Fee,Note\n16-09-2021,MSFT,YAHOO,USD,298.580,5,buy,19.00,My first order 🤓\n17/11/2021,MSFT,YAHOO,USD,0.62,5,dividend,0.00,\n';
  const { result, errors } = (await ask(importing, { input: { portfolioId: people.ada.portfolio, text, dryRun: true } }, people.ada.token)).importTransactions;
  assert.equal(errors, null);
  assert.match(result.format, /ghostfolio/i);
  assert.equal(result.imported, 2);
});

test('the page of a portfolio adds up', async () => {
  const { portfolio } = await ask(portfolioPage, { id: people.ada.portfolio }, people.ada.token);
  const held = Object.fromEntries(portfolio.holdings.nodes.map((holding) => [holding.asset.symbol, holding]));
  assert.deepEqual(Object.keys(held), ['AAPL', 'IBM', 'SPY']);
  for (const holding of Object.values(held)) {
    assert.equal(holding.asset.quote.source, 'simulated');
    assert.ok(Math.abs(Number(holding.quantity) * Number(holding.price) - Number(holding.value.amount)) < 1e-9);
  }
  assert.ok(Math.abs(Object.values(held).reduce((sum, holding) => sum + Number(holding.value.amount), 0) - Number(portfolio.valuation.marketValue)) < 1e-9);
  assert.ok(Math.abs(Number(portfolio.valuation.marketValue) + Number(portfolio.valuation.cash) - Number(portfolio.valuation.totalValue)) < 1e-9);
  const { score, scoreLow, scoreHigh, components } = portfolio.diversification;
  assert.ok(0 <= scoreLow && scoreLow <= score && score <= scoreHigh && scoreHigh <= 100);
  assert.ok(components.length >= 4);
  assert.ok(Math.abs(portfolio.allocation.reduce((sum, slice) => sum + slice.weight, 0) - 1) < 1e-9);
});

test('a stranger\'s portfolio does not exist', async () => {
  assert.equal((await ask('query($id: ID!) { portfolio(id: $id) { name } }', { id: people.ada.portfolio }, people.bob.token)).portfolio, null);
  assert.equal((await ask('query($id: ID!) { node(id: $id) { id } }', { id: people.ada.portfolio }, people.bob.token)).node, null);
  const { recordTransactions } = await ask(record, { input: { portfolioId: people.ada.portfolio, transactions: [{ type: 'DEPOSIT', tradeDate: '2024-01-02', amount: '1' }] } }, people.bob.token);
  assert.equal(recordTransactions.errors[0].code, 'NOT_FOUND');
});

test('users is for administrators', async () => {
  const query = '{ users(first: 5) { totalCount nodes { email } } }';
  assert.equal((await post({ query })).errors[0].extensions.code, 'AUTH_NOT_AUTHENTICATED');
  assert.equal((await post({ query }, { token: people.ada.token })).errors[0].extensions.code, 'AUTH_NOT_AUTHORIZED');
  if (!adminEmail) return;
  const signIn = 'mutation($input: SignInInput!) { signIn(input: $input) { tokens { accessToken user { roles } } } }';
  const { tokens } = (await ask(signIn, { input: { email: adminEmail, password: adminPassword } })).signIn;
  assert.ok(tokens.user.roles.includes('ADMIN'));
  assert.ok((await ask(query, {}, tokens.accessToken)).users.totalCount >= 3);
});

test('bad requests are answered with a code', async () => {
  const code = async (body, options) => (await post(body, options)).errors?.[0]?.extensions?.code;
  assert.equal(await code({ query: '{ me { nonsense } }' }), 'HC0017');
  assert.equal(await code({ query: '{ me {' }), 'HC0014');
  assert.equal(await code({ query: 'query($id: ID!) { portfolio(id: $id) { name } }' }, { token: people.ada.token }), 'HC0016');
  assert.equal(await code({ query: 'query($id: ID!) { portfolio(id: $id) { name } }', variables: { id: { a: 1 } } }, { token: people.ada.token }), 'HC0016');
  assert.ok(await code('{ not json'));
  assert.equal(await code({ query: '{ portfolios { totalCount } }' }), 'AUTH_NOT_AUTHENTICATED');
  const [head, body] = people.ada.token.split('.');
  assert.equal(await code({ query: '{ portfolios { totalCount } }' }, { token: `${head}.${body}.AAAA` }), 'AUTH_NOT_AUTHENTICATED');
  const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${body}.`;
  assert.equal(await code({ query: '{ portfolios { totalCount } }' }, { token: none }), 'AUTH_NOT_AUTHENTICATED');
});

test('prices come at once for each symbol, and then with every tick', { timeout: 30_000 }, async () => {
  const client = createClient({ url: `${base.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization: `Bearer ${people.ada.token}` }, retryAttempts: 0 });
  const seen = {};
  for await (const { data, errors } of client.iterate({ query: 'subscription { priceChanged(symbols: ["AAPL", "BTC"]) { asset { symbol } price asOf freshness } }' })) {
    assert.equal(errors, undefined);
    const { asset, price } = data.priceChanged;
    assert.ok(Number(price) > 0);
    (seen[asset.symbol] ??= []).push(price);
    if ((seen.AAPL?.length ?? 0) >= 2 && (seen.BTC?.length ?? 0) >= 2) break;
  }
  await client.dispose();
  assert.deepEqual(Object.keys(seen).sort(), ['AAPL', 'BTC']);
});
