// Resolvers that answer from a world made of a seed: what a field holds follows from its path in the response. Execution/World.cs is the same.
import * as graphql from 'graphql';

// graphql-js leaves the promises of fields to themselves whose neighbour has failed.
process.on('unhandledRejection', () => {});

const roll = (seed, text) => {
  let hash = seed >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
};

const text = (value) => {
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  return `{${Object.keys(value).sort().map((key) => `${key}:${text(value[key])}`).join(',')}}`;
};

const pathOf = (path) => (path ? [...pathOf(path.prev), path.key] : []);

class World {
  constructor(library, schema, seed, badness) {
    Object.assign(this, { library, schema, seed, badness });
  }

  roll(path, what) {
    return roll(this.seed, `${path}|${what}`);
  }

  valueOf(path, type, args) {
    if (this.roll(path, 'null') % 100 < this.badness) return null;

    const inner = this.library.getNullableType(type);
    if (this.library.isListType(inner)) {
      return Array.from({ length: this.roll(path, 'length') % 4 }, (_, i) => this.valueOf(`${path}.${i}`, inner.ofType, args));
    }

    return this.library.isLeafType(inner) ? this.leaf(path, inner, args) : { typename: this.typename(path, inner) };
  }

  typename(path, type) {
    if (!this.library.isAbstractType(type)) return type.name;
    const names = this.schema.getPossibleTypes(type).map((possible) => possible.name).sort();
    return names[this.roll(path, 'type') % names.length];
  }

  leaf(path, type, args) {
    const number = this.roll(path, 'leaf') % 1000;
    if (this.roll(path, 'wrong') % 100 < this.badness && ['Int', 'Float', 'Boolean'].includes(type.name)) return 'wrong';
    if (this.library.isEnumType(type)) return type.getValues()[number % type.getValues().length].name;
    switch (type.name) {
      case 'Int': return number;
      case 'Float': return number / 8;
      case 'Boolean': return number % 2 === 0;
      default: return `${number} ${text(args)}`;
    }
  }

  resolve(args, info) {
    const path = pathOf(info.path).join('.');
    if (this.roll(path, 'error') % 100 < this.badness) throw new Error(`Nothing at ${path}.`);
    return this.valueOf(path, info.returnType, args);
  }

  async resolveLater(args, info) {
    const path = pathOf(info.path).join('.');
    if (this.roll(path, 'delay') % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    return this.resolve(args, info);
  }
}

export const told = (error) => ({
  message: error.message,
  locations: (error.locations ?? []).map(({ line, column }) => [line, column]),
  path: (error.path ?? []).join('.'),
});

// What a version of graphql-js executes a request with.
export const argumentsIn = (library, schema, { document, variables, seed, badness, late }) => {
  const world = new World(library, schema, seed, badness);
  return {
    schema,
    document: library.parse(document),
    variableValues: variables,
    operationName: 'First',
    rootValue: {},
    fieldResolver: (_, args, __, info) =>
      late && world.roll(pathOf(info.path).join('.'), 'late') % 2 === 0 ? world.resolveLater(args, info) : world.resolve(args, info),
    typeResolver: (value) => value.typename,
  };
};

export const executeIn = async (schema, request) => {
  const { data, errors } = await graphql.execute(argumentsIn(graphql, schema, request));
  return { data, errors: (errors ?? []).map(told) };
};
