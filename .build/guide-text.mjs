// How a compiled definition is written into the repository: short enough to review, complete enough for a validator.

// R4 asks a snapshot's elements for path, cardinality and definition; these others only repeat HL7's own pages.
const repeated = ["comment", "requirements", "alias", "mapping"];

export function guideText(resource) {
  if (resource.snapshot) {
    delete resource.mapping;
    for (const element of resource.snapshot.element) {
      for (const key of repeated) delete element[key];
      // Where HL7 has left a note to itself instead of a description.
      if (/^to-?do\b/i.test(element.binding?.description)) delete element.binding.description;
    }
  }

  return `${text(resource, "")}\n`;
}

// Objects and arrays open up to the level of elements; an element of a snapshot is one line.
function text(value, indent) {
  const flat = JSON.stringify(value);
  if (value === null || typeof value !== "object" || flat.length + indent.length <= 140) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + text(item, inner)).join(",\n")}\n${indent}]`;
  const lines = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${key === "snapshot" ? snapshot(item, inner) : text(item, inner)}`);
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

const snapshot = ({ element }, indent) => `{ "element": [\n${element.map((one) => `${indent}  ${JSON.stringify(one)}`).join(",\n")}\n${indent}] }`;
