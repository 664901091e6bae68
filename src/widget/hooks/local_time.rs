//! The local date and time of the device.

use js_sys::Date;

/// The local date and time, formatted `2026-03-02 09:30`. For event handlers and effects only.
///
/// Not jiff: its clock needs the feature `js`, and its formatter would enlarge the module.
pub(crate) fn local_time() -> String {
    let now = Date::new_0();
    // `toISOString` is in UTC, so the offset is subtracted first.
    let local = Date::new(&(now.get_time() - now.get_timezone_offset() * 60_000.0).into());
    let iso = String::from(local.to_iso_string());
    iso.replace('T', " ").chars().take("2026-03-02 09:30".len()).collect()
}
