// A page on a slow machine and, if requested, a slow network.

/** 1.6 Mbit/s down, 0.7 Mbit/s up, 150 ms latency. */
const SLOW_NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 90_000,
};

/** A new page with an empty cache and a CPU slowed down by 4. */
export async function openThrottledPage(browser, width, { network = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  if (network) {
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW_NETWORK);
  }
  return page;
}
