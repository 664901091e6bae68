// Rows as lines of text: firm, measure and row, separated by tabs.

/**
 * Batches of rows from chunks of text.
 * @param {AsyncIterable<string>} chunks
 */
export async function* batches(chunks) {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    const batch = { firms: [], measures: [], rows: [] };
    for (const line of lines) {
      const [first, second] = [line.indexOf('\t'), line.lastIndexOf('\t')];
      batch.firms.push(line.slice(0, first));
      batch.measures.push(line.slice(first + 1, second));
      batch.rows.push(line.slice(second + 1));
    }
    yield batch;
  }
  if (rest !== '') throw new Error(`the last line is incomplete: ${rest}`);
}
