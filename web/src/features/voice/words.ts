// Words that the company wrote in one or both languages. Pure.
import type { Option, Question, Words } from './api';

export const inWords = ({ en, nl }: Words, language: string): string =>
  (language.startsWith('nl') ? nl || en : en || nl);

// The choices of a question, as answers name them, in their order.
export function choicesOf(
  question: Pick<Question, 'asking'> & { options: readonly Pick<Option, 'code' | 'text'>[] },
  language: string,
): { value: string; label: string }[] {
  const numbers = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => String(first + index)).map((value) => ({
      value,
      label: value,
    }));
  if (question.asking === 'scale') return numbers(1, 5);
  if (question.asking === 'nps') return numbers(0, 10);
  return question.options.map(({ code, text }) => ({ value: code, label: inWords(text, language) }));
}
