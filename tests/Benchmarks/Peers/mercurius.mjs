// The workload (Workload/WorkloadData.cs has the same figures) served by mercurius, each document compiled by graphql-jit after its
// first execution.
import Fastify from 'fastify';
import mercurius from 'mercurius';

const numbers = (count) => Array.from({ length: count }, (_, i) => i);
const assets = new Map(numbers(50).map((i) => [symbolOf(i), { symbol: symbolOf(i), name: `Asset number ${i}`, price: 100.5 + i * 1.25 }]));
const holdings = [...assets.values()].map(({ symbol, price }, i) => ({ quantity: i + 1.5, value: (i + 1.5) * price, assetSymbol: symbol }));
const portfolio = { id: 'p1', name: 'Core portfolio', holdings };
const quotes = numbers(1000).map((i) => ({
  id: i, symbol: `Q${String(i).padStart(4, '0')}`, name: `Quoted company number ${i}`, exchange: i % 2 === 0 ? 'NYSE' : 'NASDAQ',
  price: 10.25 + i * 0.5, change: (i % 7) - 3.5, volume: 1000 + i * 17, open: i % 3 !== 0,
}));
let batches = 0;

function symbolOf(i) {
  return `A${String(i).padStart(3, '0')}`;
}

const schema = /* GraphQL */ `
  type Query { hello: String! portfolio(id: ID!): Portfolio quotes: [Quote!]! }
  type Portfolio { id: ID! name: String! holdings: [Holding!]! }
  type Holding { quantity: Float! value: Float! asset: Asset! }
  type Asset { symbol: String! name: String! price: Float! }
  type Quote { id: Int! symbol: String! name: String! exchange: String! price: Float! change: Float! volume: Int! open: Boolean! }
`;

const app = Fastify({ logger: false });
app.register(mercurius, {
  schema,
  jit: 1,
  resolvers: { Query: { hello: () => 'world', portfolio: (_, { id }) => (id === portfolio.id ? portfolio : null), quotes: () => quotes } },
  loaders: {
    Holding: {
      async asset(queries) {
        batches++;
        return queries.map(({ obj }) => assets.get(obj.assetSymbol));
      },
    },
  },
});
app.get('/stats', async () => ({ allocated: 0, batches }));
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
