// A pack of another country in a language that the interface lacks: on a site of its own, and at
// another address with `src`.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../../www/build/serve.mjs';
import { COMMAND, inRepository } from '../support/command.mjs';
import {
  DIST,
  assertNoErrors,
  chooseLanguage,
  eventsOf,
  newPage,
  openHostPage,
  topicBox,
  useSite,
  waitForText,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';

const FENNMARK = inRepository('packs/example-fennmark.json');
const TITLES = JSON.parse(readFileSync(FENNMARK, 'utf8')).title;
const QUESTION = 'Hat die Werkstatt ihren Sitz auf Fennmark?';
const CHINESE = /[\u2e80-\u9fff\uff00-\uffef]/;
const DAY = '2031-12-01';

const site = useSite();
/** A site whose pack is that of Fennmark. @type {import('node:http').Server} */
let server;
let folder = '';
let dist = '';
let origin = '';

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'eligibility-fennmark-'));
  dist = join(folder, 'dist');
  cpSync(DIST, dist, { recursive: true, dereference: true });
  execFileSync(COMMAND, ['bundle', '--pack', FENNMARK, '--out', dist], { stdio: 'ignore' });
  server = await serve(dist, 0);
  origin = `http://127.0.0.1:${/** @type {any} */ (server.address()).port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Opens a page with an element on the site of the build. The packs of Fennmark are below /fenn. */
async function openWithSource(attributes) {
  const page = await openHostPage(site, '');
  await page.route('**/fenn/*', (route) =>
    route.fulfill({ path: join(dist, new URL(route.request().url()).pathname.slice(6)) }),
  );
  await page.evaluate(
    (attributes) => {
      const element = document.createElement('eligibility-check');
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
    },
    { 'as-of': DAY, ...attributes },
  );
  return page;
}
const root = (page, lang) => page.locator(`eligibility-check .ec[lang="${lang}"]`);

describe('on a site of the pack', () => {
  test('English surrounds the German texts, which have their language', async () => {
    const page = await newPage(site);
    await page.goto(`${origin}/index.html`);
    await page.locator('eligibility-check').evaluate((element, day) => {
      element.lang = 'de-AT';
      element.setAttribute('as-of', day);
    }, DAY);
    await waitForWidget(page);
    await root(page, 'en').waitFor();
    await page.locator('[lang="de"]', { hasText: TITLES.de }).first().waitFor();
    const text = await page.locator('eligibility-check .ec').innerText();
    assert.doesNotMatch(text, CHINESE);
    assert.doesNotMatch(text, /Tianhe|RMB|yuan/);
    assertNoErrors(page);
    await page.context().close();
  });

  test('the menu has the languages of the pack by their own names; a choice keeps answers', async () => {
    const page = await newPage(site);
    await page.goto(`${origin}/index.html`);
    await page
      .locator('eligibility-check')
      .evaluate((element, day) => element.setAttribute('as-of', day), DAY);
    await waitForWidget(page);
    const items = page.locator('.ec-menu__item input[type="radio"]');
    assert.equal(await items.count(), 2);
    await page.locator('#ec-begin').click();
    await topicBox(page, 'beginning').check();
    await chooseLanguage(page, 'English');
    await page.getByText('Starting a workshop').first().waitFor();
    assert.ok(await topicBox(page, 'beginning').isChecked());
    await chooseLanguage(page, 'Deutsch');
    await page.getByText('Eine Werkstatt gründen').first().waitFor();
    assert.ok(await topicBox(page, 'beginning').isChecked());
    await page.locator('#ec-start-topics').click();
    await page.getByText(QUESTION).waitFor();
    assertNoErrors(page);
    await page.context().close();
  });
});

describe('at another address', () => {
  test('`lang` chooses among the packs next to that of `src`', async () => {
    const page = await openWithSource({ src: '/fenn/rules.de.json', lang: 'en' });
    await page.getByText(TITLES.en).first().waitFor();
    assertNoErrors(page);
    await page.locator('eligibility-check').evaluate((element) => (element.lang = 'de'));
    await page.getByText(TITLES.de).first().waitFor();
    await chooseLanguage(page, 'English');
    await page.getByText(TITLES.en).first().waitFor();
    assert.equal(await page.locator('eligibility-check').getAttribute('lang'), 'en');
    assertNoErrors(page);
    await page.context().close();
  });

  test('a language that the pack lacks is reported, and the first one is shown', async () => {
    const page = await openWithSource({ src: '/fenn/rules.de.json', lang: 'fr' });
    await page.getByText(TITLES.de).first().waitFor();
    await waitUntil('an error event has fired', () => eventsOf(page, 'error').length === 1);
    assert.match(eventsOf(page, 'error')[0].detail.message, /no texts in fr/);
    await page.context().close();
  });

  test('a language that does not load leaves the pack of `src`, with a notice', async () => {
    const page = await openHostPage(site, '');
    await page.route('**/other/rules.de.json', (route) =>
      route.fulfill({ path: join(dist, 'rules.de.json') }),
    );
    await page.route('**/other/rules.en.json', (route) => route.fulfill({ status: 404 }));
    await page.evaluate(() => {
      const element = document.createElement('eligibility-check');
      element.setAttribute('src', '/other/rules.de.json');
      element.lang = 'en';
      document.body.append(element);
    });
    await page.getByText(TITLES.de).first().waitFor();
    await waitForText(page.getByRole('alert'), /\S/);
    await waitUntil('an error event has fired', () => eventsOf(page, 'error').length > 0);
    await page.context().close();
  });
});
