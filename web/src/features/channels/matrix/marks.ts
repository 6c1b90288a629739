// The sign of each way to join: a sign beside the colour, never colour alone.
import type { LinkState } from '../wire';

export const linkMarks: Record<LinkState, string> = {
  none: '×',
  planned: '○',
  manual: '◐',
  linked: '●',
};
