// @ts-check
/**
 * For host pages: sets the height of each <iframe class="eligibility-frame" src="…/frame.html"> to
 * that of its content. Without this script, the frame keeps its styled height and scrolls.
 */
(function () {
  /** @type {HTMLIFrameElement[]} */
  var frames = Array.prototype.slice.call(document.querySelectorAll('iframe.eligibility-frame'));

  /** @param {HTMLIFrameElement} frame */
  function origin(frame) {
    return new URL(frame.src).origin;
  }

  window.addEventListener('message', function (event) {
    var data = event.data;
    if (
      !data ||
      data.type !== 'eligibility-height' ||
      typeof data.height !== 'number' ||
      !(data.height > 0)
    )
      return;
    frames.forEach(function (frame) {
      // Only from this frame, and only while it shows the document of its src.
      if (event.source !== frame.contentWindow || event.origin !== origin(frame)) return;
      frame.style.height = Math.min(data.height, 100000) + 'px';
    });
  });

  // Requests heights that were posted before this script was loaded.
  frames.forEach(function (frame) {
    frame.addEventListener('load', function () {
      if (frame.contentWindow)
        frame.contentWindow.postMessage({ type: 'eligibility-height' }, origin(frame));
    });
  });
})();
