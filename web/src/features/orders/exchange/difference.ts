// Who pays whom when one thing is exchanged for another. For reading only: the server does it exactly. Pure.
export interface Difference {
  who: 'buyer' | 'nobody' | 'company';
  amount: string;
}

export function differenceOf(back: string, sum: string): Difference {
  const cents = Math.round((Number(sum) - Number(back)) * 100);
  const amount = (Math.abs(cents) / 100).toFixed(2);
  if (cents === 0) return { who: 'nobody', amount };
  return { who: cents > 0 ? 'buyer' : 'company', amount };
}
