//! The files of a deployed site: packs, pages, stylesheets, and the build that writes them.
//!
//! - `another_country`: the example pack of another country: lint, scenarios, site and command.
//! - `bad_policies`: packs that do not belong on one site are rejected, or reported.
//! - `bundle`: `eligibility bundle` updates the pack of a site, or leaves the site unchanged.
//! - `contrast`: every theme meets the WCAG contrast ratios.
//! - `css`: a small parser of stylesheets, for `contrast` and `theming`.
//! - `definitions`: the rules page and the sign-off table show classes, assumptions and others.
//! - `files`: `eligibility bundle` replaces all files or none, and keeps their permissions.
//! - `first_screens`: `eligibility bundle` puts the first screens into pages.
//! - `in_memory`: a site in memory gets the files that the command writes.
//! - `languages`: `eligibility bundle` makes a site offer the languages of its pack.
//! - `policies`: `eligibility bundle` writes a site of several policies.
//! - `policy_page`: the page of a policy, derived from that of the site.
//! - `publish`: the authoring page publishes the site that the command writes.
//! - `reproduce`: `make reproduce` copies the whole work tree.
//! - `rules_page`: the rules page and the sign-off table.
//! - `theming`: every theming token is documented, and the stylesheets use nothing else.

mod another_country;
mod bad_policies;
mod bundle;
mod contrast;
mod css;
mod definitions;
mod files;
mod first_screens;
mod in_memory;
mod languages;
mod policies;
mod policy_page;
mod publish;
mod reproduce;
mod rules_page;
mod theming;
