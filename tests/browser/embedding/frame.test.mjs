// frame.html on a page of another origin: its height, its messages, printing, and its address
// parameters.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, afterEach, before, describe, test } from 'node:test';
import { inRepository } from '../support/command.mjs';
import { fullJourney } from '../support/full-journey.mjs';
import {
  DIST,
  PACK,
  assertNoErrors,
  newPage,
  option,
  showAllQuestions,
  useSite,
  waitForWidget,
  waitUntil,
} from '../support/page.mjs';
import { lastPrinted } from '../support/pdf.mjs';

const SCRIPT = readFileSync(`${DIST}/eligibility-frame.js`, 'utf8');
/** The height of the frame in the style of the host page. */
const STYLED_HEIGHT = 600;

const site = useSite();
let hostServer, hostOrigin;
/** The HTML of the host page. Its origin differs from that of the frame. */
let hostPage = '';
before(async () => {
  hostServer = createServer((request, response) => {
    const isScript = request.url === '/eligibility-frame.js';
    response.writeHead(200, {
      'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; frame-src ${site.origin}; img-src data:`,
    });
    response.end(isScript ? SCRIPT : hostPage);
  });
  await new Promise((resolve) => hostServer.listen(0, '127.0.0.1', resolve));
  hostOrigin = `http://127.0.0.1:${hostServer.address().port}`;
});
after(() => {
  hostServer.closeAllConnections();
  hostServer.close();
});

let page, frame;
/** The messages that the host page receives. */
let messages;
afterEach(() => page.context().close());

/** The query that names the origin of the host page. */
const namedParent = () => `?parent=${encodeURIComponent(hostOrigin)}&as-of=2019-05-10`;

/** Opens a host page with the frame. */
async function openHost(query, { script = true, attributes = '' } = {}) {
  messages = [];
  page = await newPage(site);
  await page.exposeFunction('recordMessage', (data, origin) => messages.push({ data, origin }));
  await page.addInitScript(() => {
    if (window.parent === window)
      addEventListener('message', ({ data, origin }) =>
        /** @type {any} */ (window).recordMessage(data, origin),
      );
  });
  hostPage = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>区政府网站</title><link rel="icon" href="data:,">
    <style>iframe { width: 100%; height: ${STYLED_HEIGHT}px; border: 0 }</style>${script ? '<script src="eligibility-frame.js" defer></script>' : ''}</head>
    <body><h1>惠企政策</h1><iframe class="eligibility-frame" title="自测" ${attributes} src="${site.origin}/frame.html${query}"></iframe><p>页脚</p></body></html>`;
  await page.goto(`${hostOrigin}/page.html`);
  frame = page.frameLocator('iframe');
  await waitForWidget(frame);
}

/** The document in the frame. */
const inner = () =>
  page.frames().find((frame) => frame.url().startsWith(`${site.origin}/frame.html`));
const frameHeight = () =>
  page.locator('iframe').evaluate((frame) => /** @type {HTMLElement} */ (frame).clientHeight);
const contentHeight = () =>
  inner().evaluate(() => Math.ceil(document.querySelector('main').getBoundingClientRect().height));
const isScrollable = () =>
  inner().evaluate(() => document.documentElement.scrollHeight > innerHeight);
const nextFrames = (count) =>
  inner().evaluate(
    (count) =>
      new Promise((done) => {
        const next = () => (count-- ? requestAnimationFrame(next) : done());
        next();
      }),
    count,
  );

/** Waits until the frame has posted a height, and no other one for ten animation frames. */
async function waitForStableHeight() {
  let before = -1;
  await waitUntil('the height is stable', async () => {
    const count = messages.length;
    await nextFrames(10);
    const isStable = count > 0 && count === before && count === messages.length;
    before = messages.length;
    return isStable;
  });
}

describe('on a page of another origin', () => {
  test('the frame is as high as its content, through messages to that origin only', async () => {
    await openHost(namedParent());
    await waitForStableHeight();
    assert.equal(await frameHeight(), await contentHeight());
    for (const { data, origin } of messages) {
      assert.deepEqual(
        [Object.keys(data), data.type, origin],
        [['type', 'height'], 'eligibility-height', site.origin],
      );
      assert.ok(Number.isInteger(data.height));
    }
  });

  test('the height follows the content in few steps', async () => {
    await openHost(namedParent());
    await waitForStableHeight();
    const before = await frameHeight();
    await showAllQuestions(frame);
    await waitUntil('the frame has grown', async () => (await frameHeight()) > before + 500);
    await waitForStableHeight();
    const grown = await frameHeight();
    // Every topic that was unfolded has made it grow.
    const posted = messages.length;
    assert.ok(grown >= (await contentHeight()) && grown < (await contentHeight()) + 24);
    await frame.locator('#ec-back').click();
    await waitUntil('the frame has shrunk', async () => (await frameHeight()) < grown - 500);
    await waitForStableHeight();
    assert.ok(messages.length - posted < 5, `${messages.length - posted} messages`);
    assert.equal(await isScrollable(), false);
  });

  test('a full journey works under its own policy, and only the checklist is printed', async () => {
    await openHost(namedParent());
    await fullJourney(frame, page);
    const { title, body } = await lastPrinted(inner());
    assert.equal(title, '申报前核对清单');
    assert.match(body, /企业研发投入增长支持/);
    assert.doesNotMatch(body, /页脚|<iframe|<button/);
    assert.equal(page.frames().length, 2, 'the print frame is removed');
    assertNoErrors(page);
    const isOther = (url) =>
      !/^data:|^blob:/.test(url) && !url.startsWith(site.origin) && !url.startsWith(hostOrigin);
    assert.deepEqual(page.recorded.requests.filter(isOther), []);
  });
});

test('a full journey works in a sandbox with the permissions that docs/guides/embedding.md names', async () => {
  const [sandbox] = /(?:allow-[a-z-]+\s+){3,}allow-[a-z-]+/.exec(
    readFileSync(inRepository('docs/guides/embedding.md'), 'utf8'),
  );
  await openHost(namedParent(), { attributes: `sandbox="${sandbox}"` });
  await fullJourney(frame, page);
  assertNoErrors(page);
});

describe('the receiver of the height', () => {
  const assertNoMessage = async (query) => {
    await openHost(query);
    await nextFrames(2);
    assert.deepEqual(messages, []);
    assert.equal(await frameHeight(), STYLED_HEIGHT);
  };
  // Chromium logs each message that it does not deliver.
  test('is not a page of another origin than the parameter', () =>
    assertNoMessage('?parent=https://www.example.gov.cn'));
  test('is unset if the parameter is not an origin', () => assertNoMessage('?parent=*'));
  test('is unset if the parameter is not an http or https origin', () =>
    assertNoMessage('?parent=file:///'));

  test('is the parent that the browser names, if there is no parameter', async () => {
    await openHost('');
    await waitForStableHeight();
    assert.equal(await frameHeight(), await contentHeight());
  });

  test('is the parent that the browser names, even if the page sends no referrer', async () => {
    await openHost('', { attributes: 'referrerpolicy="no-referrer"' });
    await waitForStableHeight();
    assert.equal(await frameHeight(), await contentHeight());
  });

  test('is unset if the page is not in a frame', async () => {
    page = await newPage(site);
    await page.goto(`${site.origin}/frame.html`);
    await waitForWidget(page);
    assertNoErrors(page);
  });
});

test('without eligibility-frame.js, the frame keeps its styled height and scrolls', async () => {
  await openHost(namedParent(), { script: false });
  await showAllQuestions(frame);
  await option(frame, 'applicant-kind', '其他').check();
  assert.equal(await frameHeight(), STYLED_HEIGHT);
  assert.ok(await isScrollable());
});

describe('messages', () => {
  test('the host page ignores heights from other windows and origins, and invalid heights', async () => {
    await openHost(namedParent());
    await waitForStableHeight();
    await page.evaluate((origin) => {
      const frame = document.querySelector('iframe');
      const message = (height, origin, source) =>
        dispatchEvent(
          new MessageEvent('message', {
            data: { type: 'eligibility-height', height },
            origin,
            source,
          }),
        );
      window.postMessage({ type: 'eligibility-height', height: 9000 }, '*');
      message(9000, origin, window);
      message(9000, 'https://elsewhere.example', frame.contentWindow);
      for (const height of ['9000', -5, NaN, null])
        message(height, new URL(frame.src).origin, frame.contentWindow);
    }, site.origin);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    assert.equal(await frameHeight(), await contentHeight());
  });

  test('the frame repeats its height for its parent only', async () => {
    await openHost(namedParent());
    await waitForStableHeight();
    const before = await frameHeight();
    const count = messages.length;
    await inner().evaluate((origin) => {
      const data = { type: 'eligibility-height' };
      dispatchEvent(
        new MessageEvent('message', { data, origin: 'https://elsewhere.example', source: parent }),
      );
      dispatchEvent(new MessageEvent('message', { data, origin, source: window }));
      dispatchEvent(new MessageEvent('message', { data: 'x', origin, source: parent }));
      dispatchEvent(new MessageEvent('message', { data: null, origin, source: parent }));
    }, hostOrigin);
    await page.evaluate(
      (origin) =>
        document
          .querySelector('iframe')
          .contentWindow.postMessage({ type: 'eligibility-height' }, origin),
      site.origin,
    );
    await waitUntil('the frame has answered', () => messages.length > count);
    await nextFrames(2);
    assert.deepEqual(
      messages.slice(count).map(({ data }) => data.height),
      [before],
    );
  });
});

test('if the page layout depends on the height of the frame, the larger height wins without flickering', async () => {
  await openHost(namedParent());
  // Texts that need more lines in a narrow frame.
  await inner().locator('details:has(.ec-start__about) > summary').click();
  const setWidth = async (width) => {
    await page.locator('iframe').evaluate((frame, width) => (frame.style.width = width), width);
    await waitForStableHeight();
    return contentHeight();
  };
  const [low, high] = [await setWidth('900px'), await setWidth('320px')];
  assert.ok(high > low + 100);
  const count = messages.length;
  // A high frame becomes wide, which makes it low; a low frame becomes narrow, which makes it high.
  await page.locator('iframe').evaluate(
    (frame, middle) => {
      new ResizeObserver(
        () => (frame.style.width = frame.clientHeight > middle ? '900px' : '320px'),
      ).observe(frame);
    },
    (low + high) / 2,
  );
  await waitForStableHeight();
  assert.equal(await frameHeight(), high);
  const more = messages.length - count;
  assert.ok(more >= 2 && more <= 8, `${more} messages`);
});

describe('address parameters', () => {
  const openFrame = async (query) => {
    page = await newPage(site);
    await page.goto(`${site.origin}/frame.html?${new URLSearchParams(query)}`);
  };

  test('set language, date, heading level and rules page', async () => {
    await openFrame({
      lang: 'en',
      'as-of': '2019-05-10',
      'heading-level': '3',
      history: '1',
      rules: 'rulebook.en.html',
    });
    await page.getByText('In force until 31 December 2020').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.equal(await page.getByRole('heading', { level: 3 }).first().count(), 1);
    assert.equal(
      await page.locator('eligibility-check').getAttribute('rules'),
      `${site.origin}/rulebook.en.html`,
    );
    assert.equal(await page.locator('eligibility-check[history]').count(), 1);
  });

  for (const address of [
    'https://elsewhere.example/rules.json',
    'javascript:alert(1)',
    '//elsewhere.example/x',
    'data:text/html,x',
  ])
    test(`src and rules are ignored if they are ${address}`, async () => {
      await openFrame({ src: address, rules: address, 'as-of': '2019-05-10' });
      await page.getByRole('heading', { name: PACK.title }).waitFor();
      assert.equal(await page.locator('eligibility-check').getAttribute('src'), null);
      assert.equal(await page.locator('eligibility-check').getAttribute('rules'), null);
      assertNoErrors(page);
    });
});
