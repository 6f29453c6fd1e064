// Incremental delivery as graphql-js 17 does it: the payloads that it sends, and what it finds wrong with @defer and @stream.
import * as graphql from 'graphql17';
import { argumentsIn, told } from './world.mjs';

const rules = [
  graphql.DeferStreamDirectiveOnRootFieldRule,
  graphql.DeferStreamDirectiveOnValidOperationsRule,
  graphql.DeferStreamDirectiveLabelRule,
  graphql.StreamDirectiveOnListFieldRule,
  graphql.OverlappingFieldsCanBeMergedRule,
];

const withErrors = (result) => (result.errors ? { ...result, errors: result.errors.map(told) } : result);

const tellErrors = (payload) => ({
  ...withErrors(payload),
  ...(payload.incremental && { incremental: payload.incremental.map(withErrors) }),
  ...(payload.completed && { completed: payload.completed.map(withErrors) }),
});

export const incrementalSchema = (sdl) => graphql.buildSchema(sdl);

export const incrementalErrorsOf = (schema, text) => graphql.validate(schema, graphql.parse(text), rules);

export const executeIncrementallyIn = async (schema, request) => {
  const result = await graphql.experimentalExecuteIncrementally(argumentsIn(graphql, schema, request));
  if (!('initialResult' in result)) return [tellErrors(result)];

  const payloads = [tellErrors(result.initialResult)];
  for await (const payload of result.subsequentResults) payloads.push(tellErrors(payload));
  return payloads;
};
