// Answers questions about GraphQL with graphql-js: one JSON object a line in, one a line out.
import { createInterface } from 'node:readline';
import {
  buildClientSchema,
  buildSchema,
  parse,
  print,
  printSchema,
  resolveSchemaCoordinate,
  specifiedRules,
  validate,
} from 'graphql';
import { executeIncrementallyIn, incrementalErrorsOf, incrementalSchema } from './incremental.mjs';
import { executeIn } from './world.mjs';

const schemas = new Map();

const refusal = (error) => ({
  message: error.message.toWellFormed(),
  locations: (error.locations ?? []).map(({ line, column }) => [line, column]),
});

const attempt = (work) => {
  try {
    return work();
  } catch (error) {
    return { refused: refusal(error) };
  }
};

const commands = {
  parse: ({ documents }) => documents.map((text) => attempt(() => ({ printed: print(parse(text)).toWellFormed() }))),
  schema: ({ name, sdl }) => {
    schemas.set(name, buildSchema(sdl));
    return printSchema(schemas.get(name));
  },
  validate: ({ name, documents }) =>
    documents.map((text) => attempt(() => ({ errors: validate(schemas.get(name), parse(text), specifiedRules).map(refusal) }))),
  coordinates: ({ name, documents }) =>
    documents.map((text) => attempt(() => ({ kind: resolveSchemaCoordinate(schemas.get(name), text)?.kind ?? 'none' }))),
  execute: ({ name, requests }) => Promise.all(requests.map((request) => executeIn(schemas.get(name), request))),
  incrementalSchema: ({ name, sdl }) => {
    schemas.set(name, incrementalSchema(sdl));
    return name;
  },
  validateIncremental: ({ name, documents }) => documents.map((text) => incrementalErrorsOf(schemas.get(name), text).map(refusal)),
  executeIncrementally: ({ name, requests }) => Promise.all(requests.map((request) => executeIncrementallyIn(schemas.get(name), request))),
  printClientSchema: ({ introspection }) => printSchema(buildClientSchema(introspection)),
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = { result: await commands[request.command](request) };
  } catch (error) {
    answer = { failure: error.stack };
  }

  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
