// The colours of the design as they are now, for what is drawn and not styled.
import type { Series } from '../control/Dot';

export interface Tokens {
  text: string;
  text2: string;
  line: string;
  line2: string;
  surface: string;
  font: string;
  series: (series: Series) => string;
}

export function tokensOf(element: Element): Tokens {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: read('--text'),
    text2: read('--text-2'),
    line: read('--line'),
    line2: read('--line-2'),
    surface: read('--surface'),
    font: read('--font'),
    series: (series) => read(series === 'other' ? '--line-3' : `--series-${series}`),
  };
}
