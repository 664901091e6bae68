// @ts-check
/**
 * The policy of the page requires Trusted Types: a text becomes markup or a script only where this
 * module allows it. There are two such places: the script of a worker, and a page of the preview,
 * whose frame forbids scripts (src/author/preview).
 */

/** Allows the two places, in browsers that know Trusted Types. Called once, before all else. */
export function allowKnownSinks() {
  if (!window.trustedTypes) return;
  window.trustedTypes.createPolicy('default', {
    createScriptURL: (address, _type, sink) =>
      sink === 'Worker constructor' && address.startsWith('blob:') ? address : null,
    createHTML: (markup, _type, sink) => (sink === 'HTMLIFrameElement srcdoc' ? markup : null),
  });
}
