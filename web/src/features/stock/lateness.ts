// How late a channel hears of a change, in words: seconds, minutes or hours, whichever fits.
import type { TFunction } from 'i18next';
import type { Formats } from '~/ui/text/formats';

const units = [
  { id: 'hours', ms: 3_600_000 },
  { id: 'minutes', ms: 60_000 },
  { id: 'seconds', ms: 1000 },
] as const;

export function latenessIn(ms: number) {
  const unit = units.find((one) => ms >= one.ms) ?? { id: 'seconds', ms: 1000 };
  return { unit: unit.id, count: ms / unit.ms };
}

export function lateness(t: TFunction<'stock'>, formats: Formats, ms: number): string {
  const { unit, count } = latenessIn(ms);
  return t(`buffers.late.${unit}`, { number: formats.number(count, count < 10 ? 1 : 0) });
}
