// Paper: what comes out of the printer, in three languages, for firms of every kind, and with input that nobody hopes for.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { explain, inRepository, scenario } from '../support/command.mjs';
import { AUTHORED, IN_FORCE, startSite } from '../support/page.mjs';
import { readPdf, withoutSpaces } from '../support/pdf.mjs';
import { LANGUAGES, assertChecklist, printChecklist, savedCase } from '../support/checklist.mjs';

const of = (file, name, asOf = IN_FORCE) => ({ 'as-of': asOf, answers: scenario(file, name).answers });
const TEN = {
  'a software firm that twelve measures concern': savedCase('software-firm'),
  'an association that twelve measures concern': savedCase('association'),
  'a firm that has answered nothing': { 'as-of': IN_FORCE, answers: {} },
  'a firm after the policy has lapsed': { ...savedCase('software-firm'), 'as-of': '2021-06-30' },
  'a firm before the policy': { ...savedCase('software-firm'), 'as-of': '2017-01-15' },
  'a growing software firm': of('growth', '启榕软件'),
  'a firm on every list': of('lists', '甲字号公司'),
  'a firm for talents': of('talent', ''),
  'a firm with a building': of('building', ''),
  'a firm that moves in': of('innovate', ''),
};

let site, page, folder;
before(async () => {
  site = await startSite();
  page = await site.browser.newPage();
  folder = mkdtempSync(join(tmpdir(), 'paper-'));
});
after(async () => {
  rmSync(folder, { recursive: true });
  await site.close();
});

/** A page that the command wrote, as it stands in a browser from a file. */
async function shown(html) {
  const file = join(folder, 'sheet.html');
  writeFileSync(file, html);
  await page.goto(pathToFileURL(file).href);
}

async function onPaper(html, format = 'A4') {
  await shown(html);
  const pdf = await page.pdf({ format });
  return { pdf, text: readPdf(pdf) };
}

/** What an independent reader makes of the symbol on the last page. */
function scanned(pdf, pages) {
  const [file, picture] = [join(folder, 'sheet.pdf'), join(folder, 'last')];
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', '-singlefile', '-f', `${pages}`, '-l', `${pages}`, file, picture]);
  return execFileSync('zbarimg', ['--quiet', '--raw', `${picture}.png`], { encoding: 'utf8' }).trim();
}

/** What sticks out of its box, or out of the sheet, at the width of the paper. */
const sticksOut = async () => {
  await page.setViewportSize({ width: 700, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const sheet = document.querySelector('article').getBoundingClientRect();
    return [...document.querySelectorAll('article *')]
      .filter((one) => getComputedStyle(one).display !== 'inline' && one.namespaceURI.endsWith('xhtml'))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > sheet.right + 1)
      .map((one) => `${one.className || one.localName}: ${one.textContent.slice(0, 60)}`);
  });
  await page.emulateMedia({ media: null });
  return found;
};

for (const [name, said] of Object.entries(TEN))
  describe(name, () => {
    for (const lang of LANGUAGES)
      test(`in ${lang}: every outcome, reason, clause, paper and day is on the paper, its symbol holds the receipt, and nothing sticks out`, async () => {
        const { pdf, text } = await onPaper(printChecklist(said, ['--lang', lang]));
        assertChecklist(text, said, lang);
        assert.equal(scanned(pdf, text.pages), explain(said).receipt);
        assert.deepEqual(await sticksOut(), []);
      });
  });

for (const name of ['software-firm', 'association'])
  test(`twelve measures take six pages at most: ${name}`, async () => {
    const measures = explain(savedCase(name)).measures.filter(({ outcome }) => ['met', 'met-in-direction', 'open'].includes(outcome));
    assert.equal(measures.length, 12);
    for (const [args, format, most] of [
      [['--lang', 'zh-Hans'], 'A4', 6],
      [['--lang', 'zh-Hant'], 'A4', 6],
      [['--lang', 'zh-Hans'], 'Letter', 7],
      [['--lang', 'en'], 'A4', 10],
      [['--beside', 'en'], 'A4', 16],
    ]) {
      const html = printChecklist(savedCase(name), args);
      const { text } = await onPaper(html, format);
      assert.ok(text.pages <= most, `${args}, ${format}: ${text.pages} pages`);
      // The frame that the button prints from is an empty page, without a document type.
      await page.setContent(html.replace('<!DOCTYPE html>', ''));
      assert.equal(await page.evaluate(() => document.compatMode), 'BackCompat');
      assert.equal(readPdf(await page.pdf({ format })).pages, text.pages);
    }
  });

test('no block is split, no heading is last on its page, and the head of a table is repeated', async () => {
  const { pdf, text: { pages } } = await onPaper(printChecklist({ 'as-of': IN_FORCE, answers: {} }, []));
  const page = (number) =>
    execFileSync('pdftotext', ['-layout', '-f', `${number}`, '-l', `${number}`, '-', '-'], { input: pdf, encoding: 'utf8' })
      .split('\n').map((line) => line.trim()).filter(Boolean);
  let heads = 0;
  for (let number = 1; number <= pages; number++) {
    const lines = page(number).slice(1, -1);
    assert.doesNotMatch(lines.at(-1), /^\d+\. .*：还差信息$/, `page ${number} ends with a heading`);
    // A block begins with its title and ends with what to do, so it is never begun twice nor ended first.
    const blocks = lines.filter((line) => /^\d+\. .*：(符合|方向匹配·待核实|还差信息)/.test(line)).length;
    if (blocks && number > 4 && number < pages - 3) assert.match(lines[0], /^\d+\. /, `page ${number} begins within a block`);
    if (number < 5 && /^措施\s+结果\s+支持内容/.test(lines[0])) heads += 1;
  }
  assert.ok(heads >= 2, `the summary of 93 measures repeats its head: ${heads}`);
});

test('in two languages both are on the paper, and what is the same stands once', async () => {
  const said = savedCase('software-firm');
  const { text } = await onPaper(printChecklist(said, ['--beside', 'en']));
  for (const words of ['申报前核对清单', 'Checklist before you apply', '行政审批和商事登记服务', 'Administrative approval and business registration', '方向匹配·待核实', 'Direction fits – office to confirm'])
    assert.ok(text.text.includes(withoutSpaces(words)), words);
  assert.equal(text.text.split(explain(said).receipt).length, 2);
  assert.deepEqual(await sticksOut(), []);
});

test('without answers no outcome, no answer and no receipt is on the paper', async () => {
  const said = savedCase('software-firm');
  const { text } = await onPaper(printChecklist(said, ['--without-answers']));
  assert.ok(text.text.includes(withoutSpaces('本清单不含回答和自测结果，列出的是选定的或可能有关的措施。')) && text.text.includes('街道定期走访和首问负责'));
  for (const words of ['您的回答', '✓', '方向匹配', '不涉及', explain(said).receipt, '回执码'])
    assert.ok(!text.text.includes(withoutSpaces(words)), words);
});

test('a chosen measure that is out of reach is not lost: it stands with its reason', async () => {
  const { text } = await onPaper(printChecklist(savedCase('software-firm'), ['--measure', 'hq-new', '--measure', 'service-officer']));
  for (const words of ['不涉及（1）', '不符合（1）', '专员服务', '另有 12 项可能有关的措施没有列出'])
    assert.ok(text.text.includes(withoutSpaces(words)), `${words}\n${text.text}`);
  assert.equal(text.pages, 1);
});

test('of chosen measures those alone are on the paper, and it says how many are not', async () => {
  const { text } = await onPaper(printChecklist(savedCase('software-firm'), ['--measure', 'talent-housing', '--measure', 'service-filing']));
  assert.ok(text.text.includes(withoutSpaces('本清单只列选定的 2 项措施；另有 10 项可能有关的措施没有列出。')), text.text);
  assert.ok(!text.text.includes('街道定期走访和首问负责') && text.pages <= 2, `${text.pages}`);
});

describe('input that nobody hopes for', () => {
  const long = '证明材料的名称特别长'.repeat(40);
  const packs = {
    'a material of 400 characters': (pack) => pack.materials.forEach((one) => (one.title['zh-Hans'] = long)),
    'a material of 400 letters without a space': (pack) => pack.materials.forEach((one) => (one.title['zh-Hans'] = 'X'.repeat(400))),
    'no office anywhere': (pack) => pack.measures.forEach((one) => delete one.office),
    '200 materials': (pack) => {
      const more = Array.from({ length: 200 }, (_, place) => ({ id: `more-${place}`, title: { 'zh-Hans': `第${place}种`, 'zh-Hant': `第${place}種`, en: `No. ${place}` } }));
      pack.materials.push(...more);
      pack.measures.forEach((one, place) => place % 10 || one.materials.push(...more.map(({ id }) => id)));
    },
  };
  for (const [name, change] of Object.entries(packs))
    test(`${name}: it prints cleanly all the same`, async () => {
      const pack = JSON.parse(AUTHORED);
      change(pack);
      const file = join(folder, 'rules.json');
      writeFileSync(file, JSON.stringify(pack));
      const said = { 'as-of': IN_FORCE, answers: {} };
      const { text } = await onPaper(printChecklist(said, [], file));
      assert.deepEqual(await sticksOut(), []);
      for (const one of pack.materials) assert.ok(text.text.includes(withoutSpaces(one.title['zh-Hans'])) || name === 'no office anywhere' || !pack.measures.some(({ materials }) => JSON.stringify(materials).includes(`"${one.id}"`)), one.id);
      assert.ok(text.text.includes(withoutSpaces('窗口复核人')));
    });

  test('the longest of everything, in each language and in two', async () => {
    const pack = inRepository('src/widget/stories/pack.json');
    const said = { 'as-of': '2019-05-10', answers: {} };
    for (const args of [...LANGUAGES.map((lang) => ['--lang', lang]), ['--beside', 'en']]) {
      await onPaper(printChecklist(said, args, pack));
      assert.deepEqual(await sticksOut(), [], args.join(' '));
    }
  });
});
