// The printed checklist: complete in three languages for many cases, within its page limits, and
// without overflow even for extreme packs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  LANGUAGES,
  assertChecklist,
  numberedMeasures,
  printChecklist,
  savedCase,
} from '../support/checklist.mjs';
import { REACHABLE, explain, inRepository, scenario } from '../support/command.mjs';
import { AUTHORED, IN_FORCE, useSite } from '../support/page.mjs';
import { readPdf, withoutSpaces } from '../support/pdf.mjs';

const firstScenario = (file, name = '') => ({
  'as-of': IN_FORCE,
  answers: scenario(file, name).answers,
});
const NO_ANSWERS = { 'as-of': IN_FORCE, answers: {} };
const SOFTWARE_FIRM = savedCase('software-firm');
const CASES = {
  'a software firm with twelve measures': SOFTWARE_FIRM,
  'an association with twelve measures': savedCase('association'),
  'a software firm that asks about research': savedCase('research'),
  'an HR officer with one talent': savedCase('talent'),
  'not sure about every other question': savedCase('unsure'),
  'no answers': NO_ANSWERS,
  'after the policy has lapsed': { ...SOFTWARE_FIRM, 'as-of': '2021-06-30' },
  'before the policy': { ...SOFTWARE_FIRM, 'as-of': '2017-01-15' },
  'a growing software firm': firstScenario('growth', '启榕软件'),
  'a firm on every list': firstScenario('lists', '甲字号公司'),
  'a firm with talents': firstScenario('talent'),
  'a firm with a building': firstScenario('building'),
  'a firm that moves in': firstScenario('innovate'),
};

/** The measures of a case that can still be met. */
const reachableMeasures = (applicant) =>
  explain(applicant).measures.filter(
    (measure) => REACHABLE.includes(measure.outcome) && measure['can-be-met'],
  );

const site = useSite();
const folder = mkdtempSync(join(tmpdir(), 'paper-'));
after(() => rmSync(folder, { recursive: true }));

let page;
beforeEach(async () => (page = await site.browser.newPage()));
afterEach(() => page.close());

/** Prints a page from a file. */
async function print(html, format = 'A4') {
  const file = join(folder, 'sheet.html');
  writeFileSync(file, html);
  await page.goto(pathToFileURL(file).href);
  const pdf = await page.pdf({ format });
  return { pdf, ...readPdf(pdf) };
}

/** The QR code on the first page of a PDF, decoded by zbar. */
function decodeSymbol(pdf) {
  const [file, image] = [join(folder, 'sheet.pdf'), join(folder, 'page')];
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', '-singlefile', file, image]);
  return execFileSync('zbarimg', ['--quiet', '--raw', `${image}.png`], { encoding: 'utf8' }).trim();
}

/** Asserts that no element overflows its box or the checklist, at the width of the paper. */
async function assertNoOverflow() {
  await page.setViewportSize({ width: 700, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const overflowing = await page.evaluate(() => {
    const checklist = document.querySelector('article').getBoundingClientRect();
    return [...document.querySelectorAll('article *')]
      .filter(
        (one) => getComputedStyle(one).display !== 'inline' && one.namespaceURI.endsWith('xhtml'),
      )
      .filter(
        (one) =>
          // Chromium trims the white half of a bracket at the end of a line, but counts it.
          one.scrollWidth > one.clientWidth + 8 ||
          one.getBoundingClientRect().right > checklist.right + 1,
      )
      .map((one) => `${one.className || one.localName}: ${one.textContent.slice(0, 60)}`);
  });
  await page.emulateMedia({ media: null });
  assert.deepEqual(overflowing, []);
}

const assertContains = (text, ...parts) => {
  for (const part of parts) assert.ok(text.includes(withoutSpaces(part)), `${part}\n${text}`);
};
const assertLacks = (text, ...parts) => {
  for (const part of parts) assert.ok(!text.includes(withoutSpaces(part)), `${part}\n${text}`);
};

for (const [name, applicant] of Object.entries(CASES))
  describe(name, () => {
    for (const lang of LANGUAGES)
      test(`in ${lang}, everything is printed, the QR code holds the receipt and nothing overflows`, async () => {
        const { pdf, text, pages } = await print(printChecklist(applicant, ['--lang', lang]));
        assertChecklist({ text, pages }, applicant, lang);
        assert.equal(decodeSymbol(pdf), explain(applicant).receipt);
        await assertNoOverflow();
      });
  });

/** The part of each page but the last that is white at its foot, above the texts in the margin. */
function whiteAtFoot(pdf) {
  const layout = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8' });
  const pages = layout.split('<page ').slice(1, -1);
  return pages.map((page) => {
    const height = Number(/height="([\d.]+)"/.exec(page)[1]);
    // The margins are 10 mm high.
    const margin = (10 / 25.4) * 72;
    const words = [...page.matchAll(/yMax="([\d.]+)"/g)].map(([, y]) => Number(y));
    const last = Math.max(...words.filter((y) => y < height - margin));
    return (height - margin - last) / (height - 2 * margin);
  });
}

/** The lines on one page of a PDF, without the texts in the margins. */
function linesOf(pdf, number) {
  const args = ['-layout', '-f', `${number}`, '-l', `${number}`, '-', '-'];
  const text = execFileSync('pdftotext', args, { input: pdf, encoding: 'utf8' });
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).slice(1, -1);
}

describe('pages', () => {
  for (const [name, limit] of [
    ['research', 2],
    ['talent', 2],
    ['unsure', 2],
    ['software-firm', 3],
    ['association', 3],
  ])
    for (const lang of LANGUAGES)
      test(`${name} in ${lang}: at most ${limit} pages, and at most a tenth of a page is white`, async () => {
        const html = printChecklist(savedCase(name), ['--lang', lang]);
        for (const format of ['A4', 'Letter']) {
          const { pdf, pages } = await print(html, format);
          assert.ok(pages <= limit, `${pages} pages of ${format}`);
          for (const white of whiteAtFoot(pdf))
            assert.ok(white <= 0.1, `${white} of a page of ${format} is white`);
        }
      });

  test('bilingual: research has at most four pages, and at most a fifth of a page is white', async () => {
    const html = printChecklist(savedCase('research'), ['--beside', 'en']);
    for (const format of ['A4', 'Letter']) {
      const { pdf, pages } = await print(html, format);
      assert.ok(pages <= 4, `${pages} pages of ${format}`);
      for (const white of whiteAtFoot(pdf))
        assert.ok(white <= 0.2, `${white} of a page of ${format} is white`);
    }
  });

  for (const name of ['research', 'talent', 'unsure', 'software-firm', 'association'])
    test(`page one of ${name} has the receipt, each line unbroken, and the line to sign`, async () => {
      for (const format of ['A4', 'Letter'])
        for (const [lang, checkedBy] of [
          ['zh-Hans', '复核人'],
          ['en', 'Checked by'],
        ]) {
          const { pdf } = await print(printChecklist(savedCase(name), ['--lang', lang]), format);
          const first = linesOf(pdf, 1).join('\n');
          const lines = explain(savedCase(name)).receipt.match(/(?:\w+-?){1,4}/g);
          assert.ok(lines.length > 1);
          for (const line of [...lines, checkedBy])
            assert.ok(first.includes(line), `${line}\n${first}`);
        }
    });

  test('the sheet says that the policy has lapsed on the day of printing, and only then', async () => {
    const input = ['--lang', 'zh-Hans', '--printed-at'];
    const now = await print(printChecklist(savedCase('research'), [...input, '2026-03-02 09:00']));
    assertContains(now.text, '已失效，不能申报', '按当年规定满足条件（3）');
    const then = await print(printChecklist(savedCase('research'), [...input, '2019-05-10 09:00']));
    assertLacks(then.text, '失效，', '按当年规定');
    assertContains(then.text, '可以申报（3）');
  });

  for (const name of ['software-firm', 'association', 'research', 'talent', 'unsure'])
    test(`the print frame, which is in quirks mode, has as many pages: ${name}`, async () => {
      for (const format of ['A4', 'Letter']) {
        const html = printChecklist(savedCase(name), []);
        const { pages } = await print(html, format);
        await page.setContent(html.replace('<!DOCTYPE html>', ''));
        assert.equal(await page.evaluate(() => document.compatMode), 'BackCompat');
        assert.equal(readPdf(await page.pdf({ format })).pages, pages);
      }
    });

  test('the header of a table is repeated, and no heading ends a page', async () => {
    const { pdf, pages } = await print(printChecklist(NO_ANSWERS, []));
    assert.ok(pages > 1);
    assert.match(linesOf(pdf, 2)[0], /^问题\s+现在\s+关系到/);
    for (let number = 1; number <= pages; number++)
      assert.doesNotMatch(linesOf(pdf, number).at(-1), /^[一二三四五六七八九]、/, `page ${number}`);
  });
});

describe('options', () => {
  test('bilingual: both languages are printed, and the receipt once', async () => {
    const { text } = await print(printChecklist(SOFTWARE_FIRM, ['--beside', 'en']));
    assertContains(
      text,
      '申报前核对清单',
      'Pre-application checklist',
      '行政审批和商事登记服务',
      'Administrative approval and business registration',
    );
    assertContains(text, '待认定', 'Office decides');
    assert.equal(text.split(explain(SOFTWARE_FIRM).receipt).length, 2);
    await assertNoOverflow();
  });

  test('without answers: the questions are printed, but no outcome, answer or receipt', async () => {
    const { text } = await print(printChecklist(SOFTWARE_FIRM, ['--without-answers']));
    assertContains(
      text,
      '本清单不含回答和自测结果，列出的是选定的或可能有关的措施。',
      '街道定期走访和首问负责',
      '要回答的问题',
      '您的单位是哪一类',
    );
    assertLacks(
      text,
      '企业（金融机构除外）',
      '✓',
      '待认定',
      '与您无关',
      explain(SOFTWARE_FIRM).receipt,
      '回执码',
    );
  });

  test('chosen measures that are not reachable are printed with their reason', async () => {
    const { text, pages } = await print(
      printChecklist(SOFTWARE_FIRM, ['--measure', 'hq-new', '--measure', 'service-officer']),
    );
    assertContains(
      text,
      '选了但现在不能申报的（2项）',
      '专员服务',
      `另有 ${reachableMeasures(SOFTWARE_FIRM).length} 项可能有关的措施没有列出`,
    );
    assert.ok(pages <= 2, `${pages} pages`);
  });

  test('only the chosen measures are printed, with the number of the others', async () => {
    const { text, pages } = await print(
      printChecklist(SOFTWARE_FIRM, ['--measure', 'talent-housing', '--measure', 'service-filing']),
    );
    const others = reachableMeasures(SOFTWARE_FIRM).length - 2;
    assertContains(text, `本清单只列选定的 2 项措施；另有 ${others} 项可能有关的措施没有列出。`);
    assertLacks(text, '街道定期走访和首问负责');
    assert.ok(pages <= 2, `${pages} pages`);
  });

  test('with an address, the QR code opens the page with the case', async () => {
    const args = ['--address', 'https://example.org/self-check/?lang=zh'];
    const { pdf, text } = await print(printChecklist(SOFTWARE_FIRM, args));
    const code = explain(SOFTWARE_FIRM).receipt.replaceAll('-', '');
    assert.equal(decodeSymbol(pdf), `https://example.org/self-check/?lang=zh#r=${code}`);
    assertContains(text, '扫一扫，打开自测，看到同样的回答');
  });

  test('each answer is printed once', async () => {
    const applicant = savedCase('research');
    const { text } = await print(printChecklist(applicant, []));
    assert.ok(numberedMeasures(applicant).length > 2);
    for (const question of ['在天河区登记注册吗', '按统计分类，您的单位属于下面哪些'])
      assert.equal(text.split(withoutSpaces(question)).length, 2, question);
    assertContains(text, '200 万元 ≥ 200 万元');
  });
});

describe('extreme packs', () => {
  const isUsed = (pack, { id }) =>
    pack.measures.some(({ materials }) => JSON.stringify(materials).includes(`"${id}"`));
  const LONG_TITLE = '证明材料的名称特别长'.repeat(40);
  const CHANGES = {
    'materials of 400 characters': (pack) =>
      pack.materials.forEach((one) => (one.title['zh-Hans'] = LONG_TITLE)),
    'materials of 400 letters without a space': (pack) =>
      pack.materials.forEach((one) => (one.title['zh-Hans'] = 'X'.repeat(400))),
    'no office': (pack) => pack.measures.forEach((one) => delete one.office),
    '200 materials': (pack) => {
      const more = Array.from({ length: 200 }, (_, index) => ({
        id: `more-${index}`,
        title: { 'zh-Hans': `第${index}种`, 'zh-Hant': `第${index}種`, en: `No. ${index}` },
      }));
      pack.materials.push(...more);
      pack.measures.forEach(
        (one, index) => index % 10 || one.materials.push(...more.map(({ id }) => id)),
      );
    },
  };
  for (const [name, change] of Object.entries(CHANGES))
    test(name, async () => {
      const pack = JSON.parse(AUTHORED);
      change(pack);
      const file = join(folder, 'rules.json');
      writeFileSync(file, JSON.stringify(pack));
      // The empty form lists all measures.
      const { text } = await print(printChecklist(NO_ANSWERS, ['--without-answers'], file));
      await assertNoOverflow();
      if (name !== 'no office')
        for (const material of pack.materials)
          if (isUsed(pack, material)) assertContains(text, material.title['zh-Hans']);
      assertContains(text, '复核人');
    });

  test('the pack of the stories, in each language and bilingual', async () => {
    const pack = inRepository('src/widget/stories/pack.json');
    for (const args of [...LANGUAGES.map((lang) => ['--lang', lang]), ['--beside', 'en']]) {
      for (const more of [[], ['--without-answers']]) {
        await print(printChecklist(NO_ANSWERS, [...args, ...more], pack));
        await assertNoOverflow();
      }
    }
  });
});
