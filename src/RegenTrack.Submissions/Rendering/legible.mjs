// What the embedded faces cannot show would stop an archivable document: it is printed as its code point instead.
// The attached data keeps the original characters.

/** The code points that every given face can show, read from its cmap (formats 4 and 12). */
export function coverage(faces) {
  const [first, ...others] = faces.map(codePoints);
  return new Set([...first].filter(point => others.every(other => other.has(point))));
}

/** The value with every string made printable. */
export function legible(value, covered) {
  if (typeof value === 'string') return text(value, covered);
  if (Array.isArray(value)) return value.map(item => legible(item, covered));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, legible(item, covered)]));
}

function text(value, covered) {
  let shown = '';
  for (const character of value.normalize('NFC')) {
    const point = character.codePointAt(0);
    if (covered.has(point) || point === 10) shown += character;
    else if (point === 9 || point === 13) shown += ' ';
    else shown += `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return shown;
}

function codePoints(face) {
  const tables = face.readUInt16BE(4);
  for (let table = 0; table < tables; table++) {
    const record = 12 + 16 * table;
    if (face.toString('latin1', record, record + 4) === 'cmap') return mapped(face, face.readUInt32BE(record + 8));
  }
  return new Set();
}

function mapped(face, cmap) {
  const found = new Set();
  for (let encoding = 0; encoding < face.readUInt16BE(cmap + 2); encoding++) {
    const table = cmap + face.readUInt32BE(cmap + 4 + 8 * encoding + 4);
    if (face.readUInt16BE(table) === 12) groups(face, table, found);
    else if (face.readUInt16BE(table) === 4) segments(face, table, found);
  }
  return found;
}

function groups(face, table, found) {
  for (let group = 0; group < face.readUInt32BE(table + 12); group++) {
    const at = table + 16 + 12 * group;
    for (let point = face.readUInt32BE(at); point <= face.readUInt32BE(at + 4); point++) found.add(point);
  }
}

function segments(face, table, found) {
  const size = face.readUInt16BE(table + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const end = face.readUInt16BE(table + 14 + segment);
    const start = face.readUInt16BE(table + 16 + size + segment);
    for (let point = start; point <= end && point < 0xffff; point++) found.add(point);
  }
}
