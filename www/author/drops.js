// @ts-check
/**
 * A file that is dropped where the page takes none: the browser would open it in place of the page,
 * and the editor would insert its text.
 */
export function refuseDrops() {
  for (const type of /** @type {('dragover' | 'drop')[]} */ (['dragover', 'drop']))
    window.addEventListener(type, (event) => {
      const data = event.dataTransfer;
      // The parts of the page that take files have handled the event.
      if (event.defaultPrevented || !data || !data.types.includes('Files')) return;
      data.dropEffect = 'none';
      event.preventDefault();
    });
}
