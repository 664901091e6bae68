// @ts-check
/**
 * Registers <eligibility-check> with the files next to this script, unless the page has defined it
 * before.
 */
import { filesBeside } from './assets.js';
import { EligibilityCheck } from './element.js';

EligibilityCheck.assets = filesBeside(import.meta.url, LANGUAGES);
if (!customElements.get('eligibility-check'))
  customElements.define('eligibility-check', EligibilityCheck);
