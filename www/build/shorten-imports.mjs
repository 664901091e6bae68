// Gives the functions that the widget imports from its glue short names, in both files alike.
// wasm-bindgen names them after the function and a hash, 16 hexadecimal digits that do not compress: about 2 KB.
//
//   node shorten-imports.mjs widget.wasm names.json        names.json: {"long": "short", …}, written by esbuild
import { readFileSync, writeFileSync } from 'node:fs';

const [path, namesPath] = process.argv.slice(2);
const names = JSON.parse(readFileSync(namesPath, 'utf8'));
const source = readFileSync(path);

/** Reads an unsigned LEB128 number. @param {number} at @returns {[number, number]} value, next place */
function number(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = source[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

/** @param {number} value */
function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(bytes);
}

/** The import section with short names. @param {number} at */
function imports(at) {
  const parts = [];
  let [count, next] = number(at);
  parts.push(leb(count));
  for (; count > 0; count--) {
    for (const part of ['module', 'name']) {
      const [length, start] = number(next);
      const text = source.toString('utf8', start, start + length);
      const short = Buffer.from(part === 'name' ? (names[text] ?? text) : text);
      parts.push(leb(short.length), short);
      next = start + length;
    }
    const kind = source[next];
    if (kind !== 0) throw new Error(`import of kind ${kind}: only functions are expected`);
    const [, end] = number(next + 1);
    parts.push(source.subarray(next, end));
    next = end;
  }
  return Buffer.concat(parts);
}

const output = [source.subarray(0, 8)];
for (let at = 8; at < source.length; ) {
  const id = source[at];
  const [size, start] = number(at + 1);
  const body = id === 2 ? imports(start) : source.subarray(start, start + size);
  output.push(Buffer.from([id]), leb(body.length), body);
  at = start + size;
}
writeFileSync(path, Buffer.concat(output));
