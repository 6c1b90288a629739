// Cells to and from a spreadsheet: tabs between cells, line ends between rows, quotes round cells that
// hold either.
export function toSheet(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n');
}

export function fromSheet(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let inQuotes = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < plain.length; i++) {
    const letter = plain.charAt(i);
    if (inQuotes && letter === '"' && plain[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (letter === '"' && (inQuotes || cell === '')) {
      inQuotes = !inQuotes;
    } else if (letter === '\t' && !inQuotes) {
      endCell();
    } else if (letter === '\n' && !inQuotes) {
      endCell();
      rows.push([]);
    } else {
      cell += letter;
    }
  }
  endCell();
  return rows;
}

const quoted = (cell: string): string =>
  /[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
