// What a questionnaire begins as: where people look around and buy, by the channels there are. Pure.
import type { Option, Question, Words } from './api';

export interface KnownChannel {
  id: string;
  code: string;
  name: string;
}

// In both languages, from the texts of the feature.
export type InBoth = (id: 'look' | 'buy' | 'tell' | 'why') => Words;

const optionOf = ({ id, code, name }: KnownChannel): Option => ({
  code,
  text: { en: name, nl: name },
  channel: id,
});

export function proposed(channels: readonly KnownChannel[], inBoth: InBoth): Question[] {
  const options = channels.slice(0, 30).map(optionOf);
  const about: Question[] =
    options.length < 2
      ? []
      : [
          { code: 'look', asking: 'multiple', about: 'orients', text: inBoth('look'), required: true, options },
          { code: 'buy', asking: 'multiple', about: 'buys', text: inBoth('buy'), required: true, options },
        ];
  return [
    ...about,
    { code: 'tell', asking: 'nps', about: 'opinion', text: inBoth('tell'), required: false, options: [] },
    { code: 'why', asking: 'open', about: 'opinion', text: inBoth('why'), required: false, options: [] },
  ];
}

// A code that none of these has.
export function freeCode(wanted: string, taken: readonly string[]): string {
  const base = (/^[a-z]/.test(wanted) ? wanted : `q-${wanted}`).slice(0, 36);
  let code = base;
  for (let number = 2; taken.includes(code); number += 1) code = `${base}-${String(number)}`;
  return code;
}
