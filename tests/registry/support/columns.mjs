// The table of the firms: a typed column per fact, loaded from the file of the invented firms.

/** The kind of a fact: yes-no, choice, choices, number or date. @param {any} fact */
export const kindOf = (fact) =>
  typeof fact.kind === 'string' ? fact.kind : Object.keys(fact.kind)[0];

/** The name of a fact's column. @param {any} fact */
export const columnOf = (fact) => fact.id.replaceAll('-', '_');

/**
 * How each engine writes types, and turns the text of a cell into a value. `quote` is for names.
 * @typedef {{quote: string, types: Record<string, string>, list: (cell: string) => string}} Form
 * @type {Record<string, Form>}
 */
export const DIALECTS = {
  duckdb: {
    quote: '"',
    types: {
      'yes-no': 'BOOLEAN',
      choice: 'VARCHAR',
      choices: 'VARCHAR[]',
      number: 'DECIMAL(18, 6)',
      date: 'DATE',
    },
    list: (cell) => `list_filter(string_split(${cell}, ';'), lambda option: option <> '')`,
  },
  postgres: {
    quote: '"',
    types: {
      'yes-no': 'boolean',
      choice: 'text',
      choices: 'text[]',
      number: 'numeric(18, 6)',
      date: 'date',
    },
    list: (cell) => `array_remove(string_to_array(${cell}, ';'), '')`,
  },
  spark: {
    quote: '`',
    types: {
      'yes-no': 'BOOLEAN',
      choice: 'STRING',
      choices: 'ARRAY<STRING>',
      number: 'DECIMAL(18, 6)',
      date: 'DATE',
    },
    list: (cell) => `filter(split(${cell}, ';'), option -> option <> '')`,
  },
};

/**
 * The typed values of the columns, from columns of text. With `isText`, only lists are typed.
 * @param {any[]} facts
 * @param {string} dialect
 */
export function typedValues(facts, dialect, isText = false) {
  const { quote, types, list } = DIALECTS[dialect];
  const values = facts.map((fact) => {
    const [kind, cell] = [kindOf(fact), `${quote}${columnOf(fact)}${quote}`];
    const type = isText ? types.choice : types[kind];
    const value = kind === 'choices' ? list(cell) : `CAST(${cell} AS ${type})`;
    return `${value} AS ${cell}`;
  });
  return ['id', ...values].join(', ');
}

/**
 * A query for the rows as the comparison reads them: firm, measure, and the rest as one text.
 * @param {string} query  the output of `eligibility sql`
 * @param {string} dialect
 */
export function rowsQuery(query, dialect) {
  const text = DIALECTS[dialect].types.choice;
  const join = dialect === 'spark' ? 'array_join' : 'array_to_string';
  const cells = [
    'outcome',
    `coalesce(${join}(missing, ' '), '')`,
    `coalesce(CAST(amount_min AS ${text}), '')`,
    `coalesce(CAST(amount_max AS ${text}), '')`,
    `coalesce(amount_unit, '')`,
  ];
  const row = cells.join(` || '|' || `);
  return `SELECT firm_key, measure, ${row} AS row_text FROM (\n${query}\n) AS result`;
}
