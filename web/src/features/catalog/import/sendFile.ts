// A file of products to the server: first to see what it would do, then to do it.
import type { Schemas } from '~/api';
import { transport } from '~/api/transport';

export type Told = Schemas['imports.ProductsTold'];

export const largestFile = 64 * 1024 * 1024;

export async function bringIn(file: File, tries: boolean): Promise<Told> {
  const address = `${window.location.origin}/api/v1/imports/products${tries ? '?dry_run=true' : ''}`;
  const request = new Request(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  return (await transport(request)).json() as Promise<Told>;
}
