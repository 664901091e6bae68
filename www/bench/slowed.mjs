// A page as on a slow machine, and over a slow network if asked for.

/** 1.6 Mbit/s and 150 ms for each request. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

/** A new page with nothing kept, its processor slowed four times. */
export async function slowed(browser, width, { network = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  if (network) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', SLOW);
  }
  return { page, cdp };
}
