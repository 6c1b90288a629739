// Rows as CSV, as the server writes it: what a spreadsheet would run as a formula begins with '. Pure.
const runs = /^[=+\-@\t\r]/;
const isNumber = /^-?\d+(\.\d+)?$/;

function cell(value: string | null): string {
  if (value === null) return '';
  const safe = runs.test(value) && !isNumber.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvOf = (columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string =>
  [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
