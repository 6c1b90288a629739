// Reads numbers as people type and paste them: "1.234,50", "1,234.50", "€ 1 234", "−12". The value
// is a plain decimal such as "1234.50", as the server has it: text, so that no digit is lost.
import type { Language } from '~/texts';

const plain = /^-?\d+(\.\d+)?$/;

export const isDecimal = (text: string): boolean => plain.test(text);

// The decimal that `text` means to a reader of `language`, or undefined when it is no number.
export function parseDecimal(text: string, language: Language): string | undefined {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s'’_]|[€$£¥]|^[A-Za-z]{3}(?=[\s\d-])|[A-Za-z]{3}$/g, '')
    .replace(/^[−–]/, '-')
    .replace(/,[-–—]+$/, '');
  const separated = normaliseSeparators(bare, language);
  if (separated === undefined || !/^-?(\d+\.?\d*|\.\d+)$/.test(separated)) return undefined;
  return tidy(separated);
}

// A decimal as the reader types it: decimal comma in Dutch, no grouping, no digit changed.
export function typedDecimal(value: string, language: Language): string {
  return language === 'nl' && isDecimal(value) ? value.replace('.', ',') : value;
}

// The same as it is read, in groups of three.
export function shownDecimal(value: string, language: Language): string {
  if (!isDecimal(value)) return value;
  const [group, point] = language === 'nl' ? ['.', ','] : [',', '.'];
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction ? `${grouped}${point}${fraction}` : grouped;
}

function normaliseSeparators(text: string, language: Language): string | undefined {
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (dots && commas)
    return text.lastIndexOf('.') > text.lastIndexOf(',')
      ? split(text, ',', '.')
      : split(text, '.', ',');
  if (!dots && !commas) return text;
  const mark = dots ? '.' : ',';
  const groups =
    dots + commas > 1 || (isGroupMark(mark, language) && /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text));
  return groups ? split(text, mark, undefined) : text.replace(mark, '.');
}

const isGroupMark = (mark: string, language: Language): boolean =>
  mark === (language === 'nl' ? '.' : ',');

// Takes the groups of three apart; anything but groups of three is a slip of the finger.
function split(text: string, group: string, point: string | undefined): string | undefined {
  const [whole = '', ...rest] = point ? text.split(point) : [text];
  if (rest.length > 1 || !/^-?\d{1,3}$/.test(whole.split(group)[0] ?? '')) return undefined;
  const parts = whole.split(group);
  if (parts.slice(1).some((part) => !/^\d{3}$/.test(part))) return undefined;
  return rest[0] ? `${parts.join('')}.${rest[0]}` : parts.join('');
}

function tidy(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const value = fraction ? `${digits}.${fraction}` : digits;
  return negative && /[1-9]/.test(value) ? `-${value}` : value;
}
