// Compiles HL7's R4 definitions into the one file that RegenTrack.Fhir embeds.
// node compile.mjs <folder of the official JSON bundles> <output>
//
// { "version", "types": { path: { "kind", "base", "elements": [[name, min, max (-1: *), [type or #path], binding?]] } },
//   "valueSets": { url: { system: [codes] } } }        only those that a required binding names and that can be listed in full
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [, , folder, output] = process.argv;
const resources = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).entry.map((entry) => entry.resource);
const structures = ['profiles-types.json', 'profiles-resources.json'].flatMap(resources)
  .filter((one) => one.resourceType === 'StructureDefinition' && one.kind !== 'logical' && one.derivation !== 'constraint');
const terminology = ['valuesets.json', 'v3-codesystems.json', 'v2-tables.json'].flatMap(resources);
const byUrl = (type) => new Map(terminology.filter((one) => one.resourceType === type).map((one) => [one.url, one]));
const [codeSystems, valueSets] = [byUrl('CodeSystem'), byUrl('ValueSet')];

const fhirType = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type';
// HL7's snapshot says that Resource.id is a string; the specification says id.
const corrected = { 'Resource.id': ['id'] };
const typeOf = (type) => type.extension?.find((one) => one.url === fhirType)?.valueUrl ?? type.code;
const unversioned = (canonical) => canonical.split('|')[0];

const types = {};
const bound = new Set();
for (const structure of structures) {
  const own = structure.snapshot.element;
  types[structure.type] = {
    kind: structure.abstract ? 'abstract' : structure.kind,
    base: structure.baseDefinition?.split('/').pop(),
    elements: [],
  };
  if (structure.kind === 'primitive-type') continue;
  for (const element of own.slice(1)) {
    const at = element.path.lastIndexOf('.');
    const [parent, name] = [element.path.slice(0, at), element.path.slice(at + 1)];
    // An element of a base type is listed there; a constrained root element too, but then with other limits.
    if (parent === structure.type && element.base && element.base.path.split('.')[0] !== structure.type && unchanged(element)) continue;
    if (types[parent] === undefined) {
      const owner = own.find((one) => one.path === parent);
      types[parent] = { kind: 'backbone', base: typeOf(owner.type[0]), elements: [] };
    }
    if (parent !== structure.type && ['Element', 'BackboneElement'].includes(element.base?.path.split('.')[0])) continue;
    const line = [name, element.min, element.max === '*' ? -1 : Number(element.max), targets(element)];
    const binding = element.binding?.strength === 'required' && element.binding.valueSet ? unversioned(element.binding.valueSet) : undefined;
    if (binding) {
      bound.add(binding);
      line.push(binding);
    }
    types[parent].elements.push(line);
  }
}

function unchanged(element) {
  return element.min === element.base.min && element.max === element.base.max;
}

function targets(element) {
  if (corrected[element.path]) return corrected[element.path];
  if (element.contentReference) return [element.contentReference];
  const inline = element.type.length === 1 && ['BackboneElement', 'Element'].includes(element.type[0].code);
  return inline ? ['#' + element.path] : element.type.map(typeOf);
}

// A value set is { system: Set(code) }, or null when it cannot be listed.
function expand(url, seen = new Set()) {
  const definition = valueSets.get(url);
  if (!definition?.compose || seen.has(url)) return null;
  const codes = new Map();
  for (const include of definition.compose.include) {
    const part = included(include, new Set(seen).add(url));
    if (!part) return null;
    for (const [system, some] of part) codes.set(system, new Set([...(codes.get(system) ?? []), ...some]));
  }
  for (const exclude of definition.compose.exclude ?? []) {
    const part = included(exclude, new Set(seen).add(url));
    if (!part) return null;
    for (const [system, some] of part) for (const code of some) codes.get(system)?.delete(code);
  }
  return codes;
}

function included(include, seen) {
  if (include.valueSet) {
    const parts = include.valueSet.map((one) => expand(unversioned(one), seen));
    if (parts.length !== 1 || !parts[0] || include.system) return null;
    return parts[0];
  }
  if (include.concept) return new Map([[include.system, new Set(include.concept.map((concept) => concept.code))]]);
  const system = codeSystems.get(include.system);
  if (!system?.concept || system.content !== 'complete') return null;
  const keep = filtered(system, include.filter ?? []);
  return keep && new Map([[include.system, keep]]);
}

function filtered(system, filters) {
  const parents = new Map();
  const walk = (concepts, above) => concepts.forEach((concept) => {
    const stated = (concept.property ?? []).filter((one) => ['subsumedBy', 'parent'].includes(one.code)).map((one) => one.valueCode);
    parents.set(concept.code, [...above, ...stated]);
    walk(concept.concept ?? [], [concept.code]);
  });
  walk(system.concept, []);
  const under = (code, root) => code === root || (parents.get(code) ?? []).some((parent) => under(parent, root));
  let codes = [...parents.keys()];
  for (const filter of filters) {
    if (filter.property !== 'concept' || filter.op !== 'is-a') return null;
    codes = codes.filter((code) => under(code, filter.value));
  }
  return new Set(codes);
}

const listed = {};
for (const url of [...bound].sort()) {
  const codes = expand(url);
  if (codes) listed[url] = Object.fromEntries([...codes].map(([system, some]) => [system, [...some]]));
}

mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, JSON.stringify({ version: structures[0].fhirVersion, types, valueSets: listed }));
console.log(`R4: ${Object.keys(types).length} types, ${Object.keys(listed).length} of ${bound.size} required value sets`);
const unlisted = [...bound].filter((url) => !listed[url]);
if (unlisted.length) console.log(`not listable: ${unlisted.join(' ')}`);
