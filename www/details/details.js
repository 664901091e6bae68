// @ts-check
/** What is needed only once the questions stand: the module that writes details, and what prints, saves and opens. */
export { default, Details } from 'eligibility-module';
export { read, save } from '../files.js';
export { printSheet } from '../print.js';
