//! One record of a CSV file (RFC 4180) that people open in a spreadsheet.

/// Characters that begin a formula (OWASP, "CSV Injection"). Chinese and Japanese spreadsheets
/// accept them at full width, too.
const FORMULA_STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Adds a record; every cell is quoted, and no cell is a formula.
pub(crate) fn csv_row<const N: usize>(file: &mut String, cells: [&str; N]) {
    for (index, cell) in cells.into_iter().enumerate() {
        file.push_str(if index == 0 { "\"" } else { ",\"" });
        // A text of the pack or of a registry must not run as a formula on the computer of the user
        // who opens the table. An apostrophe makes a cell text in every program. Some programs show
        // it.
        if cell.starts_with(char::is_control) || cell.trim_start().starts_with(FORMULA_STARTS) {
            file.push('\'');
        }
        file.push_str(&cell.replace('"', "\"\""));
        file.push('"');
    }
    file.push_str("\r\n");
}
