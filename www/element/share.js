// @ts-check
/** Copying, and the picture of a receipt. Both happen only when a user asks for them. */

/** @typedef {import('eligibility-widget').Picture} Picture */

/** Copies a text. False if the browser refuses. @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // No permission, or a page that is not served over HTTPS.
  }
}

/** Width, margin and QR symbol in pixels: sharp on phones. */
const [WIDTH, MARGIN, SYMBOL] = [1080, 72, 600];

/**
 * The address (data:) of a PNG with texts, code and QR symbol. Undefined if the browser cannot
 * draw.
 * @param {Picture} content
 * @returns {string | undefined}
 */
export function picture({ title, lines, code, symbol, side }) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  /** @type {[number, string][]} */
  const rows = [];
  /** @param {number} size @param {string[]} texts */
  const add = (size, texts) => {
    context.font = `${size}px sans-serif`;
    for (const text of texts) for (const row of wrapped(context, text)) rows.push([size, row]);
  };
  add(64, [title]);
  add(42, lines);
  add(60, ['', ...code]);
  const height = (/** @type {number} */ size) => Math.round(size * 1.6);
  canvas.width = WIDTH;
  canvas.height = rows.reduce((sum, [size]) => sum + height(size), 3 * MARGIN + (side && SYMBOL));
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  context.textBaseline = 'top';
  let top = MARGIN;
  for (const [size, row] of rows) {
    context.font = `${size}px sans-serif`;
    context.fillText(row, MARGIN, top);
    top += height(size);
  }
  if (side) {
    context.translate((WIDTH - SYMBOL) / 2, top + MARGIN);
    context.scale(SYMBOL / side, SYMBOL / side);
    context.fill(new Path2D(symbol));
  }
  return canvas.toDataURL('image/png');
}

/**
 * The rows of a text in the font of the context. Chinese texts break anywhere, others at spaces.
 * @param {CanvasRenderingContext2D} context @param {string} text
 */
function wrapped(context, text) {
  const rows = [''];
  for (const part of text.match(/[\x21-\u2fff]+ *|[^]/g) || []) {
    const row = rows[rows.length - 1] + part;
    if (row === part || context.measureText(row.trim()).width <= WIDTH - 2 * MARGIN)
      rows[rows.length - 1] = row;
    else rows.push(part.trim());
  }
  return rows;
}
