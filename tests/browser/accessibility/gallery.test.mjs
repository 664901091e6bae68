// Accessibility of every story of the gallery (`make gallery`), in each language and on a
// right-to-left page: axe, and no horizontal scrolling on a phone.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { serve } from '../../../www/build/serve.mjs';
import { assertNoErrors, newPage, startSite } from '../support/page.mjs';

const GALLERY = fileURLToPath(new URL('../../../build/gallery', import.meta.url));
const PAGES = ['zh-Hans', 'zh-Hant', 'en', 'rtl'];
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let site, server, origin;
before(async () => {
  assert.ok(existsSync(GALLERY), 'the gallery is missing; run make gallery');
  site = await startSite();
  server = await serve(GALLERY, 0);
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  await site.close();
  server.closeAllConnections();
  server.close();
});

const stories = (page) =>
  page
    .getByRole('region')
    .filter({ has: page.getByRole('heading', { level: 3, name: /^[a-z_]+\/[a-z_]+: / }) });

/** A page of the gallery with every disclosure open, because axe skips hidden content. */
async function openGallery(name, size) {
  const page = await newPage(site, size);
  await page.goto(`${origin}/${name}.html`);
  await page.waitForLoadState('networkidle');
  assertNoErrors(page);
  const count = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? [shadowRoot] : [],
    );
    // Not the menu: it lies over the next story. screens.test.mjs opens it.
    const folded = 'details:not(.ec-menu)';
    for (const details of roots.flatMap((root) => [...root.querySelectorAll(folded)]))
      details.open = true;
    return roots.length;
  });
  assert.ok(count > 100, `${count} stories`);
  return page;
}

for (const name of PAGES)
  describe(`the stories of ${name}`, () => {
    for (const width of [360, 1280])
      test(`axe finds no violation at ${width} px`, async () => {
        const page = await openGallery(name, { width });
        const { violations } = await new AxeBuilder({ page })
          .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
          .withTags(AXE_TAGS)
          .analyze();
        const messages = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
        );
        assert.deepEqual(messages, []);
        await page.context().close();
      });

    for (const large of [false, true])
      test(`no story is wider than 320 px${large ? ' with larger text' : ''}`, async () => {
        const page = await openGallery(name, { width: 320 });
        const tooWide = await page.evaluate((large) => {
          const hosts = [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot);
          return hosts.flatMap((host) => {
            const widget = /** @type {ShadowRoot} */ (host.shadowRoot).querySelector('.ec');
            if (!widget) return ['an empty story'];
            widget.classList.toggle('ec--large', large);
            const beyond = [...widget.querySelectorAll('*')].filter(
              (element) =>
                !element.closest('.ec-hidden') &&
                element.getBoundingClientRect().right > widget.getBoundingClientRect().right + 0.5,
            );
            const name = host.parentElement?.querySelector('h3')?.textContent;
            const fits = widget.scrollWidth <= widget.clientWidth && beyond.length === 0;
            return fits
              ? []
              : [
                  `${name}: ${widget.scrollWidth} of ${widget.clientWidth} px, ${beyond[0]?.outerHTML.slice(0, 120)}`,
                ];
          });
        }, large);
        assert.deepEqual(tooWide, []);
        await page.context().close();
      });
  });

test('the index links to each page of the gallery', async () => {
  const page = await newPage(site);
  await page.goto(`${origin}/index.html`);
  for (const name of PAGES) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `Stories: ${name}`, exact: true }).waitFor();
    await page.waitForLoadState('load');
    assert.ok((await stories(page).count()) > 100, name);
    await page.goBack();
  }
});
