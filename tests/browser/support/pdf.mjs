// Paper: what is sent to the printer, as a PDF, and as text.
import { execFileSync } from 'node:child_process';

/** Chinese text breaks anywhere, so blanks mean nothing. */
export const withoutSpaces = (text) => text.replace(/\s+/g, '');

/** Text of a PDF in the order in which it was drawn (cells whole), without blanks, and how many pages it has. */
export function readPdf(pdf) {
  const text = (order) => withoutSpaces(execFileSync('pdftotext', [order, '-', '-'], { input: pdf, encoding: 'utf8' }));
  const info = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });
  return { drawn: text('-raw'), pages: Number(/Pages:\s+(\d+)/.exec(info)[1]) };
}

/** What was printed last, from whichever frame: `window.print` is replaced in all of them (page.mjs). */
export const lastPrinted = (page) => page.evaluate(() => /** @type {any} */ (window).printed?.at(-1));
