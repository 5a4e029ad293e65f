// Compiles HL7's R4 definitions and this project's own into the one file that RegenTrack.Fhir embeds.
// node compile.mjs <folder of the official JSON bundles> <folder of our compiled resources> <output>
//
// The file: length of the index (uint32, little-endian), the index (JSON), the bodies (JSON, one after another).
// Index: { "version", "resources": [[resource type, canonical, offset, length, for structures: type, kind, derivation]] }
// Bodies are the resources without anything that no rule is made of (texts, mappings, narrative).
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [, , folder, own, output] = process.argv;
const bundle = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).entry.map((entry) => entry.resource);
const official = ['profiles-types', 'profiles-resources', 'profiles-others', 'extension-definitions', 'valuesets', 'v3-codesystems', 'v2-tables', 'search-parameters']
  .flatMap((name) => bundle(name + '.json'));
const ours = existsSync(own)
  ? readdirSync(own).filter((name) => name.endsWith('.json')).sort().map((name) => JSON.parse(readFileSync(join(own, name), 'utf8')))
  : [];

const fhirType = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type';
const bestPractice = 'http://hl7.org/fhir/StructureDefinition/elementdefinition-bestpractice';
const maxValueSet = 'http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet';

function pick(source, ...names) {
  return Object.fromEntries(names.filter((name) => source[name] !== undefined).map((name) => [name, source[name]]));
}

function structure(one) {
  const base = one.derivation !== 'constraint';
  const elements = one.snapshot ? { snapshot: { element: one.snapshot.element.map((line) => element(line, one, base)) } }
    : { differential: { element: one.differential.element.map((line) => element(line, one, false)) } };
  return { ...pick(one, 'resourceType', 'url', 'version', 'name', 'type', 'kind', 'abstract', 'derivation', 'baseDefinition', 'context', 'contextInvariant'), ...elements };
}

function element(line, owner, base) {
  const kept = pick(line, 'id', 'path', 'sliceName', 'slicing', 'min', 'max', 'contentReference', 'maxLength', 'mustSupport', 'isModifier', 'isSummary');
  for (const [name, value] of Object.entries(line)) if (/^(fixed|pattern|minValue|maxValue)[A-Z]/.test(name)) kept[name] = value;
  if (kept.slicing) kept.slicing = pick(kept.slicing, 'discriminator', 'ordered', 'rules');
  if (line.base && (line.base.path !== line.path || line.base.min !== line.min || line.base.max !== line.max)) kept.base = line.base;
  if (line.type) kept.type = line.type.map((type) => typeUse(type, line));
  if (line.binding) kept.binding = { ...pick(line.binding, 'strength', 'valueSet'), ...greatest(line.binding) };
  const constraints = (line.constraint ?? []).filter((one) => states(one, line, owner, base)).map(constraint);
  if (constraints.length > 0) kept.constraint = constraints;
  return kept;
}

// HL7's snapshot says that Resource.id is a string; the specification says id.
function typeUse(type, line) {
  const code = line.base?.path === 'Resource.id' || line.path === 'Resource.id' ? 'id' : type.extension?.find((one) => one.url === fhirType)?.valueUrl ?? type.code;
  return { code, ...pick(type, 'profile', 'targetProfile', 'aggregation', 'versioning') };
}

function greatest(binding) {
  const extension = binding.extension?.find((one) => one.url === maxValueSet);
  return extension ? { extension: [extension] } : {};
}

// What a type says of itself need not be said again wherever it is used.
function states(one, line, owner, base) {
  if (!line.path.includes('.')) return true;
  return base ? one.source === undefined || one.source === owner.url : !['ele-1', 'ext-1'].includes(one.key);
}

function constraint(one) {
  const best = one.extension?.some((extension) => extension.url === bestPractice && extension.valueBoolean === true);
  return { ...pick(one, 'key', 'severity', 'human', 'expression', 'source'), ...(best ? { extension: [{ url: bestPractice, valueBoolean: true }] } : {}) };
}

function valueSet(one) {
  const compose = one.compose && {
    include: one.compose.include.map(included),
    ...(one.compose.exclude ? { exclude: one.compose.exclude.map(included) } : {}),
  };
  return { ...pick(one, 'resourceType', 'url', 'version', 'name'), compose };
}

function included(part) {
  return { ...pick(part, 'system', 'version', 'filter', 'valueSet'), ...(part.concept ? { concept: part.concept.map((concept) => pick(concept, 'code')) } : {}) };
}

function codeSystem(one) {
  return { ...pick(one, 'resourceType', 'url', 'version', 'name', 'content', 'caseSensitive'), concept: one.concept?.map(concept) };
}

function concept(one) {
  const property = one.property?.filter((stated) => ['parent', 'subsumedBy'].includes(stated.code)).map((stated) => pick(stated, 'code', 'valueCode'));
  return { code: one.code, ...(property?.length ? { property } : {}), ...(one.concept ? { concept: one.concept.map(concept) } : {}) };
}

const searchParameter = (one) =>
  pick(one, 'resourceType', 'id', 'url', 'version', 'name', 'code', 'base', 'type', 'expression', 'target', 'component', 'multipleOr', 'multipleAnd', 'comparator', 'modifier', 'chain');

const stripped = { StructureDefinition: structure, ValueSet: valueSet, CodeSystem: codeSystem, SearchParameter: searchParameter };
const resources = [...new Map([...official, ...ours].filter((one) => stripped[one.resourceType]).map((one) => [`${one.resourceType} ${one.url}`, one])).values()];

const index = { version: official[0].fhirVersion, resources: [] };
const bodies = [];
let offset = 0;
for (const one of resources) {
  const body = Buffer.from(JSON.stringify(stripped[one.resourceType](one)));
  index.resources.push([one.resourceType, one.url, offset, body.length, ...(one.resourceType === 'StructureDefinition' ? [one.type, one.abstract ? 'abstract' : one.kind, one.derivation ?? ''] : [])]);
  bodies.push(body);
  offset += body.length;
}

const head = Buffer.from(JSON.stringify(index));
const size = Buffer.alloc(4);
size.writeUInt32LE(head.length);
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, Buffer.concat([size, head, ...bodies]));
console.log(`R4: ${resources.length} definitions, ${ours.length} of them ours, ${(offset + head.length) >> 10} KiB`);
