// @ts-check
/**
 * Trusted Types: the one name under which this widget makes nodes of markup, for pages whose policy asks for names.
 * What passes is text of our own modules, which they have escaped. Nobody else gets hold of the policy, and there is no `default` one:
 * what the page itself writes is judged as before. A page that does not allow the name hears of it in `eligibility-error`.
 */
const types = /** @type {any} */ (window).trustedTypes;

/** @type {{createHTML: (html: string) => string}} */
const plain = { createHTML: (html) => html };

// Not every `trustedTypes` is one: on older browsers it may be any element with that id.
const policy = types && types.createPolicy ? types.createPolicy('eligibility-check', plain) : plain;

/** @param {string} html */
export const trusted = (html) => policy.createHTML(html);
