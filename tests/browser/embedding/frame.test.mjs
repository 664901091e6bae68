// The widget in a frame, on a page of another origin: the same journey, a height that settles, and nobody else's messages.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { readFileSync } from 'node:fs';
import {
  DIST, PACK, assertNoErrors, button, dateBox, newPage, option, showAllQuestions, startSite, waitUntil,
} from '../support/page.mjs';
import { lastPrinted } from '../support/pdf.mjs';
import { fullJourney } from '../support/full-journey.mjs';

const SNIPPET = readFileSync(`${DIST}/eligibility-frame.js`, 'utf8');

let site, others;
/** Pages of another origin, by their path; a policy as strict as ours, which lets the frame in. */
const pages = new Map([['/eligibility-frame.js', ['text/javascript', SNIPPET]]]);

before(async () => {
  site = await startSite();
  others = createServer((request, response) => {
    const [type, body] = pages.get(request.url.split('?')[0]) ?? ['text/plain', ''];
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; frame-src ${site.origin}; img-src data:`,
    });
    response.end(body);
  });
  await new Promise((resolve) => others.listen(0, '127.0.0.1', resolve));
  others.origin = `http://127.0.0.1:${others.address().port}`;
});
after(async () => {
  await site.close();
  others.closeAllConnections();
  others.close();
});

/** A page around a frame; heights that reach it are kept in `page.heights`. */
async function around(query = '', { style = '', script = true, attributes = '', width, name = 'page' } = {}) {
  const page = await newPage(site, width ? { width } : {});
  page.heights = [];
  await page.exposeFunction('keep', (data, origin) => page.heights.push({ data, origin }));
  await page.addInitScript(() => {
    if (window.parent === window) addEventListener('message', ({ data, origin }) => /** @type {any} */ (window).keep(data, origin));
  });
  const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>区政府网站</title><link rel="icon" href="data:,">
    <style>iframe { width: 100%; height: 600px; border: 0 } ${style}</style>${script ? '<script src="eligibility-frame.js" defer></script>' : ''}</head>
    <body><h1>惠企政策</h1><iframe class="eligibility-frame" title="自测" ${attributes} src="${site.origin}/frame.html${query}"></iframe><p>页脚</p></body></html>`;
  pages.set(`/${name}.html`, ['text/html; charset=utf-8', html]);
  await page.goto(`${others.origin}/${name}.html`);
  const frame = page.frameLocator('iframe');
  const inner = () => page.frames().find((frame) => frame.url().startsWith(`${site.origin}/frame.html`));
  return { page, frame, inner };
}
const named = () => `?parent=${encodeURIComponent(others.origin)}&as-of=2019-05-10`;
const heightOf = (page) => page.locator('iframe').evaluate((frame) => /** @type {HTMLElement} */ (frame).clientHeight);
const content = (inner) => inner().evaluate(() => Math.ceil(document.querySelector('main').getBoundingClientRect().height));

/** The heights have settled: for several frames of the screen nothing more is told. */
async function settled({ page, inner }) {
  let before = -1;
  await waitUntil('the height settles', async () => {
    const count = page.heights.length;
    await inner().evaluate(() => new Promise((done) => {
      let left = 10;
      const next = () => (left-- ? requestAnimationFrame(next) : done());
      next();
    }));
    const same = count > 0 && count === before && count === page.heights.length;
    before = page.heights.length;
    return same;
  });
}

describe('on a page of another origin', () => {
  let there;
  before(async () => {
    there = await around(named());
    await dateBox(there.frame).waitFor();
  });

  test('it is as high as what is in it, told by messages to that page alone', async () => {
    await settled(there);
    assert.equal(await heightOf(there.page), await content(there.inner));
    for (const { data, origin } of there.page.heights) {
      assert.deepEqual([Object.keys(data), data.type, origin], [['type', 'height'], 'eligibility-height', site.origin]);
      assert.ok(Number.isInteger(data.height));
    }
  });

  test('the height follows what is shown, and nothing creeps or flickers', async () => {
    const before = await heightOf(there.page);
    await button(there.frame, '按部分查看全部题目').click();
    await there.frame.getByRole('group').nth(9).waitFor();
    await waitUntil('it has grown', async () => (await heightOf(there.page)) > before + 500);
    await settled(there);
    const grown = await heightOf(there.page);
    assert.ok(grown >= (await content(there.inner)) && grown < (await content(there.inner)) + 24);
    await button(there.frame, '回到首页').click();
    await waitUntil('it has shrunk', async () => (await heightOf(there.page)) < grown - 500);
    await settled(there);
    assert.ok(there.page.heights.length < 15, `${there.page.heights.length} heights told`);
    assert.equal(await there.inner().evaluate(() => document.documentElement.scrollHeight > innerHeight), false, 'it does not scroll in itself');
  });

  test('the whole journey is the same in it, and only the sheet is printed', async () => {
    await fullJourney(there.frame, there.page);
    const { title, body } = await lastPrinted(there.inner());
    assert.equal(title, '申报前核对清单');
    assert.match(body, /企业研发投入增长支持/);
    assert.doesNotMatch(body, /页脚|<iframe|<button/);
    assert.equal(there.page.frames().length, 2, 'the frame it was printed from is gone');
  });

  test('its own policy suffices, and nothing went wrong', () => {
    assertNoErrors(there.page);
    assert.deepEqual(there.page.recorded.requests.filter((url) => !/^data:|^blob:/.test(url) && !url.startsWith(site.origin) && !url.startsWith(others.origin)), []);
  });
});

test('in a sandbox with what docs/guides/embedding.md names, the whole journey is the same', async () => {
  const [sandbox] = /(?:allow-[a-z-]+\s+){3,}allow-[a-z-]+/.exec(readFileSync(new URL('../../../docs/guides/embedding.md', import.meta.url), 'utf8'));
  const there = await around(named(), { name: 'sandbox', attributes: `sandbox="${sandbox}"` });
  await dateBox(there.frame).waitFor();
  await fullJourney(there.frame, there.page);
  assertNoErrors(there.page);
  await there.page.context().close();
});

test('a page that holds back its address is named by the browser all the same', async () => {
  const there = await around('', { name: 'shy', attributes: 'referrerpolicy="no-referrer"' });
  await settled(there);
  assert.equal(await heightOf(there.page), await content(there.inner));
  await there.page.context().close();
});

describe('who hears the height', () => {
  const silent = async (query, options) => {
    const there = await around(query, options);
    await dateBox(there.frame).waitFor();
    await there.inner().evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.deepEqual(there.page.heights, []);
    assert.equal(await heightOf(there.page), 600, 'the height that it was given');
    await there.page.context().close();
  };
  // A message that is not delivered is told on the console of the frame.
  test('not a page that is another than the one named', () => silent('?parent=https://www.example.gov.cn'));
  test('nobody, when what is named is no origin', () => silent('?parent=*'));
  test('nobody, when what is named is no page of the web', () => silent('?parent=file:///'));
  test('the page around, as the browser names it', async () => {
    const there = await around('', { name: 'unnamed' });
    await settled(there);
    assert.equal(await heightOf(there.page), await content(there.inner));
    await there.page.context().close();
  });
  test('a frame that stands for itself tells nobody', async () => {
    const page = await newPage(site);
    await page.goto(`${site.origin}/frame.html`);
    await dateBox(page).waitFor();
    assertNoErrors(page);
    await page.context().close();
  });
});

test('without a script on the page around, the frame keeps its height and scrolls', async () => {
  const there = await around(named(), { script: false, name: 'plain' });
  await dateBox(there.frame).waitFor();
  await showAllQuestions(there.frame);
  await option(there.frame, 'applicant-kind', '其他').check();
  assert.equal(await heightOf(there.page), 600);
  assert.ok(await there.inner().evaluate(() => document.documentElement.scrollHeight > innerHeight));
  await there.page.context().close();
});

test('messages from elsewhere change nothing, on either side', async () => {
  const there = await around(named(), { name: 'liar' });
  await settled(there);
  const before = await heightOf(there.page);
  // From the page itself, and from another frame: not from the frame that it would be about.
  await there.page.evaluate((origin) => {
    window.postMessage({ type: 'eligibility-height', height: 9000 }, '*');
    dispatchEvent(new MessageEvent('message', { data: { type: 'eligibility-height', height: 9000 }, origin, source: window }));
    const frame = document.querySelector('iframe');
    dispatchEvent(new MessageEvent('message', { data: { type: 'eligibility-height', height: 9000 }, origin: 'https://elsewhere.example', source: frame.contentWindow }));
    for (const height of ['9000', -5, NaN, null])
      dispatchEvent(new MessageEvent('message', { data: { type: 'eligibility-height', height }, origin: new URL(frame.src).origin, source: frame.contentWindow }));
  }, site.origin);
  await there.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  assert.notEqual(await heightOf(there.page), 9000);
  // The frame answers its parent's question, and one that has another origin or source not.
  const told = there.page.heights.length;
  await there.inner().evaluate((origin) => {
    const data = { type: 'eligibility-height' };
    dispatchEvent(new MessageEvent('message', { data, origin: 'https://elsewhere.example', source: parent }));
    dispatchEvent(new MessageEvent('message', { data, origin, source: window }));
    dispatchEvent(new MessageEvent('message', { data: 'x', origin, source: parent }));
    dispatchEvent(new MessageEvent('message', { data: null, origin, source: parent }));
  }, others.origin);
  await there.page.evaluate((origin) => document.querySelector('iframe').contentWindow.postMessage({ type: 'eligibility-height' }, origin), site.origin);
  await waitUntil('it answers', () => there.page.heights.filter(({ data, origin }) => origin === site.origin && data.height === before).length > 0 && there.page.heights.length > told);
  const answers = there.page.heights.slice(told).filter(({ origin }) => origin === site.origin);
  assert.equal(answers.length, 1);
  await there.page.context().close();
});

test('a page that gives way to the frame, so that neither of two heights suits, ends with the larger instead of flickering for ever', async () => {
  const there = await around(named(), { name: 'loop' });
  const as = async (width) => {
    await there.page.locator('iframe').evaluate((frame, width) => (frame.style.width = width), width);
    await settled(there);
    return content(there.inner);
  };
  const [low, high] = [await as('900px'), await as('320px')];
  assert.ok(high > low + 100);
  const told = there.page.heights.length;
  // Wide when it is high, which makes it low; narrow when it is low, which makes it high.
  await there.page.locator('iframe').evaluate((frame, between) => {
    new ResizeObserver(() => (frame.style.width = frame.clientHeight > between ? '900px' : '320px')).observe(frame);
  }, (low + high) / 2);
  await settled(there);
  assert.equal(await heightOf(there.page), high);
  const more = there.page.heights.length - told;
  assert.ok(more >= 2 && more <= 8, `${more} heights told`);
  await there.page.context().close();
});

test('language, day and rules come from the address, and the latter two from its own origin only', async () => {
  const open = async (query) => {
    const page = await newPage(site);
    await page.goto(`${site.origin}/frame.html?${new URLSearchParams(query)}`);
    return page;
  };
  const english = await open({ lang: 'en', 'as-of': '2019-05-10', 'heading-level': '3', rules: 'rulebook.en.html' });
  await english.getByText('On 10 May 2019 this policy is in force.').waitFor();
  assert.equal(await english.locator('html').getAttribute('lang'), 'en');
  assert.equal(await english.getByRole('heading', { level: 3 }).first().count(), 1);
  for (const elsewhere of ['https://elsewhere.example/rules.json', 'javascript:alert(1)', '//elsewhere.example/x', 'data:text/html,x']) {
    const page = await open({ src: elsewhere, rules: elsewhere, 'as-of': '2019-05-10' });
    await page.getByRole('heading', { name: PACK.title }).waitFor();
    assert.equal(await page.locator('eligibility-check').getAttribute('src'), null);
    assert.equal(await page.locator('eligibility-check').getAttribute('rules'), null);
    assertNoErrors(page);
    await page.context().close();
  }
});
