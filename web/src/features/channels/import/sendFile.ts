// A CSV file to the server: first to see what it would change, then to change it.
import { transport } from '~/api/transport';
import { fromSheet } from '~/ui/grid/clipboard';
import type { Import } from '../wire';

const address = '/api/v1/channels/import';

export const largestFile = 4 * 1024 * 1024;

async function send(path: string, csv: string): Promise<Import> {
  const request = new Request(`${window.location.origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
    body: csv,
  });
  return (await transport(request)).json() as Promise<Import>;
}

export const previewImport = (csv: string): Promise<Import> => send(`${address}/preview`, csv);
export const applyImport = (csv: string): Promise<Import> => send(address, csv);

// Spreadsheets give tabs when cells are copied; the server reads commas and semicolons.
export function csvOf(pasted: string): string {
  const [first = ''] = pasted.split('\n');
  if (!first.includes('\t')) return pasted;
  return fromSheet(pasted)
    .map((cells) => cells.map(quoted).join(';'))
    .join('\n');
}

const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
