// How a page that is shown travels: what happened on it by the batch, compressed, and cut into pieces that fit a signal.
// Every picture of a page begins with all of it; whoever misses a piece asks for a picture anew.

// Of one signal, with its head.
export const pieceMost = 31_000;
const piecesMost = 200;
const unpackedMost = 30_000_000;

async function all(stream: ReadableStream<Uint8Array>, most = Infinity): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) throw new Error('too large');
    parts.push(next.value);
  }
  const joined = new Uint8Array(size);
  parts.reduce((at, part) => (joined.set(part, at), at + part.length), 0);
  return joined;
}

// Base64 of what was compressed.
export async function packed(text: string): Promise<string> {
  const bytes = await all(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')));
  const step = 8_192;
  let binary = '';
  for (let at = 0; at < bytes.length; at += step) binary += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(binary);
}

// Fails when it is not what packed() gave, or unpacks to more than any page has.
export async function unpacked(base64: string, most = unpackedMost): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new TextDecoder().decode(await all(plain, most));
}

// Pure. Nothing when it is more than a page should be.
export function cut(picture: string, batch: number, text: string): string[] | null {
  const count = Math.max(1, Math.ceil(text.length / pieceMost));
  if (count > piecesMost) return null;
  return Array.from({ length: count }, (_, index) => {
    const part = text.slice(index * pieceMost, (index + 1) * pieceMost);
    return `${[picture, batch, index, count].join('.')}:${part}`;
  });
}

const form = /^(\w{1,40})\.(\d{1,9})\.(\d{1,3})\.(\d{1,3}):([\w+/=]*)$/;

// More is to come, something was missed, or a batch is whole; the first of a picture says so.
export type Joined = 'more' | 'lost' | { text: string; first: boolean };

export class Joiner {
  private picture = '';
  private batch = 0;
  private parts: string[] = [];

  take(piece: string): Joined {
    const [, picture = '', batch = '', index = '', count = '', text = ''] = form.exec(piece) ?? [];
    const begins = Number(batch) === 0 && Number(index) === 0 && picture !== '';
    if (begins) Object.assign(this, { picture, batch: 0, parts: [] });
    const fits =
      picture === this.picture && Number(batch) === this.batch && Number(index) === this.parts.length;
    if (!fits || picture === '' || Number(count) > piecesMost) {
      this.picture = '';
      return 'lost';
    }
    this.parts.push(text);
    if (this.parts.length < Number(count)) return 'more';
    const whole = { text: this.parts.join(''), first: this.batch === 0 };
    this.batch += 1;
    this.parts = [];
    return whole;
  }
}
