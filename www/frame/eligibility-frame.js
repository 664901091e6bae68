// @ts-check
/**
 * For the page around: gives each <iframe class="eligibility-frame" src="…/frame.html"> the height that it asks for.
 * Without this script the frame keeps the height that it has, and scrolls.
 */
(function () {
  /** @type {HTMLIFrameElement[]} */
  var frames = Array.prototype.slice.call(document.querySelectorAll('iframe.eligibility-frame'));

  /** @param {HTMLIFrameElement} frame */
  function origin(frame) {
    return new URL(frame.src).origin;
  }

  window.addEventListener('message', function (event) {
    var said = event.data;
    if (!said || said.type !== 'eligibility-height' || typeof said.height !== 'number' || !(said.height > 0)) return;
    frames.forEach(function (frame) {
      // Only that frame itself, and only as long as it shows what we put into it.
      if (event.source !== frame.contentWindow || event.origin !== origin(frame)) return;
      frame.style.height = Math.min(said.height, 100000) + 'px';
    });
  });

  // What was told before this script was here is asked for once more.
  frames.forEach(function (frame) {
    frame.addEventListener('load', function () {
      if (frame.contentWindow) frame.contentWindow.postMessage({ type: 'eligibility-height' }, origin(frame));
    });
  });
})();
