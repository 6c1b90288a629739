// What a chart says of the point under the pointer: elements, not HTML, so that the policy of the
// server and strange names do no harm.
import classes from './Drawing.module.css';
import type { Tokens } from './tokens';

export interface TipLine {
  colour?: string;
  name: string;
  value: string;
}

export function tipOf(head: string, lines: readonly TipLine[]): HTMLElement {
  const tip = element('div', classes.tip);
  tip.append(element('div', classes.tipHead, head));
  for (const { colour, name, value } of lines) {
    const line = element('div', classes.tipLine);
    if (colour) {
      const dot = element('i', undefined);
      dot.style.background = colour;
      line.append(dot);
    }
    line.append(element('span', undefined, name), element('b', undefined, value));
    tip.append(line);
  }
  return tip;
}

function element(tag: string, className: string | undefined, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

export const tipLook = ({ surface, line2 }: Tokens) => ({
  confine: true,
  transitionDuration: 0,
  padding: [9, 11],
  backgroundColor: surface,
  borderColor: line2,
  borderWidth: 1,
  extraCssText: 'border-radius:8px;box-shadow:var(--shadow-float)',
});
