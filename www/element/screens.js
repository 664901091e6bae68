// @ts-check
/**
 * With the attribute `history`, each screen has an entry in the browser's history, so that Back
 * goes one screen back and not to another page. The entries have the address and the state of the
 * page.
 */

/** What tells screens apart: the kind, and the first input of a question. @param {Element} mount */
function screenOf(mount) {
  const bar = mount.querySelector('.ec-topbar');
  const input = mount.querySelector('.ec-step .ec-question input');
  const screen = bar && bar.parentElement;
  return screen ? screen.className + (input ? input.id : '') : '';
}

/**
 * Keeps the history of a mounted widget. Returns a function that stops this.
 * @param {Element} mount
 */
export function watchScreens(mount) {
  let shown = screenOf(mount);
  let depth = 0;
  let ignored = 0;
  let isBack = false;
  let isPopped = false;
  const address = location.href;

  const onClick = (/** @type {Event} */ { target }) => {
    isBack = !!(/** @type {Element} */ (target).closest('.ec-back'));
  };
  const update = () => {
    const screen = screenOf(mount);
    if (!screen || screen === shown) return;
    shown = screen;
    const count = mount.querySelector('.ec-back') ? Number(isBack && !isPopped) : depth;
    if (count && depth) {
      ignored += 1;
      depth -= count;
      history.go(-count);
    } else if (!isBack) {
      depth += 1;
      history.pushState(history.state, '');
    }
    isBack = isPopped = false;
  };
  const onPopState = () => {
    if (ignored) ignored -= 1;
    else if (depth && location.href === address) {
      const back = mount.querySelector('.ec-back');
      depth -= 1;
      isPopped = true;
      if (back) /** @type {HTMLElement} */ (back).click();
    }
  };
  const observer = new MutationObserver(update);
  observer.observe(mount, { childList: true, subtree: true });
  mount.addEventListener('click', onClick, true);
  window.addEventListener('popstate', onPopState);
  return () => {
    observer.disconnect();
    window.removeEventListener('popstate', onPopState);
  };
}
