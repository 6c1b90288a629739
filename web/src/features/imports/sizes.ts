// Sizes of files as people read them.
import type { Formats } from '~/ui/text/formats';

const units = ['B', 'kB', 'MB', 'GB'] as const;

export function fileSize(bytes: number, formats: Formats): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${formats.number(size, unit > 0 && size < 10 ? 1 : 0)} ${units[unit] ?? ''}`;
}
