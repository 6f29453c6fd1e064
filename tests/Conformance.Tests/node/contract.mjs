// Compares the served schema with the contract of the public API, but for what is not built yet.
//
//   node contract.mjs CONTRACT.graphql SERVED.graphql NOT-BUILT.txt
//
// NOT-BUILT.txt names schema coordinates, one a line (Query.auditLog, Portfolio.history, Portfolio.diversification(whatIf:)).
// They are taken out of the contract, and with them the types that only they reach; a coordinate that is served after all is a
// fault of the list. What is left must have no breaking change towards the served schema.
import { readFileSync } from 'node:fs';
import { buildASTSchema, buildSchema, findBreakingChanges, getNamedType, isInputObjectType, isInterfaceType, isObjectType,
  isUnionType, parse, visit } from 'graphql';

const [contractPath, servedPath, notBuiltPath] = process.argv.slice(2);
const notBuilt = readFileSync(notBuiltPath, 'utf8').split('\n').map((line) => line.replace(/#.*/, '').trim()).filter(Boolean);
const contract = parse(readFileSync(contractPath, 'utf8'), { noLocation: true });
const served = buildSchema(readFileSync(servedPath, 'utf8'));

const faults = [];
const listed = new Set(notBuilt);
const met = new Set();

const pruned = visit(contract, {
  ObjectTypeDefinition: prune, InterfaceTypeDefinition: prune, InputObjectTypeDefinition: prune,
  UnionTypeDefinition(node) {
    return { ...node, types: node.types.filter((type) => keep(`${node.name.value}.${type.name.value}`)) };
  },
});

function prune(node) {
  const fields = node.fields.filter((field) => keep(`${node.name.value}.${field.name.value}`)).map((field) => field.arguments
    ? { ...field, arguments: field.arguments.filter((argument) => keep(`${node.name.value}.${field.name.value}(${argument.name.value}:)`)) }
    : field);
  return { ...node, fields };
}

function keep(coordinate) {
  if (!listed.has(coordinate)) return true;
  met.add(coordinate);
  return false;
}

for (const coordinate of notBuilt) {
  if (!met.has(coordinate)) faults.push(`${coordinate} is on the list of what is not built, but not in the contract.`);
  const [, type, field, argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  const definition = served.getType(type);
  const there = isUnionType(definition)
    ? definition.getTypes().some((member) => member.name === field)
    : definition?.getFields?.()[field] && (!argument || definition.getFields()[field].args?.some((one) => one.name === argument));
  if (there) faults.push(`${coordinate} is on the list of what is not built, but it is served.`);
}

// A type that nothing reaches any more is not built either.
const expected = buildASTSchema(pruned, { assumeValid: true });
const reached = new Set();
const visitType = (type) => {
  if (!type || reached.has(type.name)) return;
  reached.add(type.name);
  if (isUnionType(type)) type.getTypes().forEach(visitType);
  if (isObjectType(type) || isInterfaceType(type)) type.getInterfaces().forEach(visitType);
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      visitType(getNamedType(field.type));
      for (const argument of field.args ?? []) visitType(getNamedType(argument.type));
    }
  }
};
[expected.getQueryType(), expected.getMutationType(), expected.getSubscriptionType()].forEach(visitType);

let compared = 0;
for (const change of findBreakingChanges(expected, served)) {
  const [, removed] = /^(\w+) was removed\.$/.exec(change.description) ?? [];
  if (change.type === 'TYPE_REMOVED' && removed && !reached.has(removed)) continue;
  faults.push(`${change.type}: ${change.description}`);
}
for (const name of reached) {
  compared += Object.keys(expected.getType(name).getFields?.() ?? {}).length;
}

for (const fault of faults) console.error(fault);
console.log(`${reached.size} types and ${compared} fields of the contract compared, ${notBuilt.length} coordinates not built, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
