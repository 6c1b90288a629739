// How a source is doing.
import type { Tone } from '~/ui/control/Tag';
import type { Source } from '../wire';

export type Doing = 'never' | 'silent' | 'file' | 'sends';

export function doing({ last_event: last, silent, kind }: Source): Doing {
  if (!last) return 'never';
  if (kind === 'import') return 'file';
  return silent ? 'silent' : 'sends';
}

export const doingTones: Record<Doing, Tone> = {
  never: 'neutral',
  silent: 'bad',
  file: 'outline',
  sends: 'good',
};
