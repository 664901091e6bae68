// The authoring page in each browser: a pack from the template is written, checked and tried.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serve } from '../../../www/build/serve.mjs';
import { PUBLISHED_SITE } from '../support/page.mjs';
import { ALL_REQUIRED, ENGINES } from './engines.mjs';
import { recordActivity, statusTexts } from './in-page.mjs';
import { startUser, waitUntil } from './user.mjs';

const button = (name) => ['button', name];
const EDITOR = ['textbox', 'Text of the rules (JSON)'];
const SOUND = 'No problems found.';

for (const { id, name, isInstalled, isRequired, needsUnsafeEval, start } of ENGINES) {
  const skip =
    !isInstalled && !ALL_REQUIRED && !isRequired && 'not installed; make test-browsers installs it';
  describe(`the authoring page in ${id}`, { skip }, () => {
    let browser, user, server;
    before(async () => {
      assert.ok(isInstalled, `${name} is not installed; make test-browsers installs it`);
      browser = await start();
      user = startUser(browser);
      server = await serve(PUBLISHED_SITE, 0);
      await browser.open(`http://127.0.0.1:${server.address().port}/author.html`);
    });
    after(async () => {
      server?.closeAllConnections();
      server?.close();
      await browser?.close();
    });

    // The policy of the page names 'wasm-unsafe-eval', which its browser must know.
    test('a browser that is too old says so', { skip: !needsUnsafeEval }, async () => {
      await waitUntil('the page asks for a newer browser', () =>
        browser.run(() => {
          const notice = document.getElementById('au-failed');
          return !notice.hidden && notice.innerText.includes('use a newer browser');
        }),
      );
    });

    test('a pack is written, checked and tried', { skip: needsUnsafeEval }, async () => {
      await user.locate(button('Start the pack'));
      await browser.run(recordActivity, '2026-11-02T09:30');
      await user.click(button('Start the pack'));
      await user.waitForStatus(SOUND);

      // A key in the text, and its fault.
      await user.click(button('Text'));
      await user.click(EDITOR);
      await browser.type('"');
      await waitUntil('the fault is reported', async () =>
        (await browser.run(statusTexts)).some((text) => text.startsWith('Must be corrected')),
      );
      await browser.press('Backspace');
      await user.waitForStatus(SOUND);

      // The widget with this pack.
      await user.click(button('Try it'));
      await user.waitForText('Your answers stay on this device.');
      const { errors } = await browser.run(() => /** @type {any} */ (window).recorded);
      assert.deepEqual(errors, []);
    });
  });
}
