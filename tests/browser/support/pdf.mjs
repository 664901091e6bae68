// Printed pages: the text of a PDF, and the document passed to the printer.
import { execFileSync } from 'node:child_process';

/** A text without white space: a PDF may break Chinese text anywhere. */
export const withoutSpaces = (text) => text.replace(/\s+/g, '');

/**
 * The text of a PDF in drawing order, so that table cells stay whole, without spaces; and its page
 * count.
 */
export function readPdf(pdf) {
  const text = withoutSpaces(
    execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }),
  );
  const info = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });
  return { text, pages: Number(/Pages:\s+(\d+)/.exec(info)[1]) };
}

/** The last printed document, from any frame. `page.mjs` replaces `window.print`. */
export const lastPrinted = (page) =>
  page.evaluate(() => /** @type {any} */ (window).printed?.at(-1));
