// The number under a bar code: 8, 12, 13 or 14 digits of which the last checks the others (GS1 General
// Specifications 7.9). Pure.
const lengths = [8, 12, 13, 14];
const digitsOnly = /^\d*$/;

// The digit that must stand behind these: from the right, times 3 and 1 in turn, all add up to a ten.
function checkDigitOf(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}

export type GtinState =
  | { is: 'empty' | 'right' | 'letters' }
  | { is: 'length'; now: number }
  | { is: 'digit'; wanted: number };

export function gtinState(text: string): GtinState {
  const typed = text.trim();
  if (typed === '') return { is: 'empty' };
  if (!digitsOnly.test(typed)) return { is: 'letters' };
  if (!lengths.includes(typed.length)) return { is: 'length', now: typed.length };
  const wanted = checkDigitOf(typed.slice(0, -1));
  return wanted === Number(typed.at(-1)) ? { is: 'right' } : { is: 'digit', wanted };
}
