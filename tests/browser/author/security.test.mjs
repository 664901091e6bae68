// The policy of the authoring page: from a disk and from a server, nothing violates it, nothing is
// requested, and a text becomes markup or a script in two places only.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import {
  AUTHOR_PAGE,
  RULES,
  assertNoAuthorErrors,
  checkedProblems,
  openAuthor,
  openFile,
} from '../support/author-page.mjs';
import { scenario } from '../support/command.mjs';
import { startNginx } from '../support/nginx.mjs';
import { IN_FORCE, button, restoreCase, useSite } from '../support/page.mjs';
import { lastPrinted } from '../support/pdf.mjs';

const site = useSite();
const folder = mkdtempSync(join(tmpdir(), 'eligibility-author-'));
cpSync(AUTHOR_PAGE, join(folder, 'author.html'));
/** @type {Awaited<ReturnType<typeof startNginx>>} */
let server;
before(async () => void (server = await startNginx(folder)));
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const { answers } = scenario('growth', '启榕软件');

for (const [place, address] of /** @type {[string, () => string][]} */ ([
  ['a disk', () => pathToFileURL(join(folder, 'author.html')).href],
  ['nginx', () => `${server.origin}/author.html`],
]))
  describe(`from ${place}`, () => {
    test('the checks and every preview violate nothing and request nothing', async () => {
      const url = address();
      const page = await openAuthor(site, { language: 'zh-Hans', url });
      await page.context().setOffline(true);
      await openFile(page, RULES);
      await checkedProblems(page);
      await button(page, '试用').click();
      const preview = page.locator('pack-preview');
      await preview.locator('.ec-start').waitFor();
      await restoreCase(preview, { 'as-of': IN_FORCE, answers });
      await button(preview, '做办事清单').first().click();
      await button(preview, '打印（第 1 页给窗口，后面是依据）').click();
      assert.match((await lastPrinted(page)).body, /企业研发投入增长支持/);
      for (const [name, width] of [
        ['规则页', '768px'],
        ['签字表', '1600px'],
      ]) {
        await button(page, name).click();
        const body = page.frameLocator(`iframe[title="${name}"]`).locator('body');
        await body.getByRole('heading').first().waitFor();
        const style = await body.evaluate((element) => getComputedStyle(element).maxWidth);
        assert.equal(style, width, `${name} has its style`);
      }
      assertNoAuthorErrors(page);
      const requests = page.recorded.requests.filter((one) => !/^(data|blob):/.test(one));
      assert.deepEqual(requests, [url]);
      await page.context().close();
    });

    test('nothing can be requested, and Trusted Types allow a worker and a frame only', async () => {
      const page = await openAuthor(site, { language: 'zh-Hans', url: address() });
      const results = await page.evaluate(async () => {
        const attempt = (/** @type {() => void} */ action) => {
          try {
            action();
            return 'done';
          } catch (error) {
            return error.name;
          }
        };
        const create = (/** @type {string} */ name) => document.createElement(name);
        return {
          request: await fetch('data:,x').catch((error) => error.name),
          markup: attempt(() => (create('p').innerHTML = '<b>x</b>')),
          script: attempt(() => (create('script').textContent = 'x')),
          address: attempt(() => (create('script').src = 'blob:x')),
          worker: attempt(() => new Worker('https://example.org/worker.js')),
          policy: attempt(() => /** @type {any} */ (window).trustedTypes.createPolicy('other', {})),
          page: attempt(() => (create('iframe').srcdoc = '<b>x</b>')),
        };
      });
      assert.deepEqual(results, {
        request: 'TypeError',
        markup: 'TypeError',
        script: 'TypeError',
        address: 'TypeError',
        worker: 'TypeError',
        policy: 'TypeError',
        page: 'done',
      });
      await page.context().close();
    });
  });

test('nginx sends the page without a policy of its own', async () => {
  const { status, headers } = await fetch(`${server.origin}/author.html`);
  assert.deepEqual(
    [status, headers.get('content-type'), headers.get('content-security-policy')],
    [200, 'text/html; charset=utf-8', null],
  );
});
