// GraphQL over HTTP: runs the audits of graphql-http against a server; prints those that are not ok, and how many there were.
import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);
const results = [];
for (const audit of serverAudits({ url })) results.push(await audit.fn());

console.log(JSON.stringify({
  total: results.length,
  failed: results.filter(({ status }) => status !== 'ok').map(({ status, id, name, reason }) => `${status} ${id} ${name}: ${reason}`),
}));
