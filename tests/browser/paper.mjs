// Paper: what is sent to the printer, as a PDF, as text, and what must stand in it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { IN_REACH, WORDS } from './firm.mjs';

/** Chinese text breaks anywhere, so blanks mean nothing. */
export const bare = (text) => text.replace(/\s+/g, '');

/** Text of a PDF as it is laid out, and in the order in which it was drawn (cells whole), both without blanks. */
export function paper(pdf) {
  const text = (order) => bare(execFileSync('pdftotext', [order, '-', '-'], { input: pdf, encoding: 'utf8' }));
  return { laidOut: text('-layout'), drawn: text('-raw') };
}

/** What was printed last, from whichever frame: `window.print` is replaced in all of them (page.mjs). */
export const lastPrint = (page) => page.evaluate(() => /** @type {any} */ (window).printed?.at(-1));

/** Asserts that a sheet says everything about every measure, by what the command line says. */
export function checkSheet({ laidOut, drawn }, measures, sentences) {
  for (const sentence of sentences) assert.ok(drawn.includes(bare(sentence)), `not on paper: ${sentence}`);
  const heading = ({ title, outcome }) => bare(`${title}：${WORDS[outcome]}`);
  const places = measures.map((measure) => drawn.indexOf(heading(measure))).filter((place) => place >= 0);
  places.sort((a, b) => a - b);
  for (const measure of measures) {
    const { outcome, title, criteria } = measure;
    assert.ok(laidOut.includes(heading(measure)), `no outcome beside its title: ${title}：${WORDS[outcome]}`);
    const from = drawn.indexOf(heading(measure));
    assert.ok(from >= 0, `not on paper: ${title}`);
    const own = drawn.slice(from, places.find((place) => place > from));
    const has = (text) => assert.ok(own.includes(bare(text)), `${title}: not on paper: ${text}\n${own}`);
    const shown = IN_REACH.includes(outcome) ? criteria : criteria.filter((criterion) => criterion.reason).slice(0, 1);
    if (outcome === 'not-applicable') continue;
    for (const criterion of shown) {
      has(criterion.label);
      for (const { citation } of criterion.provisions) has(citation);
    }
    if (outcome === 'not-met') assert.ok(shown.length, `${title}: no reason`);
  }
}
