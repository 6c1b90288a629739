// The zones and currencies of the world, as the browser knows them.
import type { Language } from '~/texts';

export interface Choice {
  value: string;
  label: string;
}

export const zones = (): Choice[] =>
  Intl.supportedValuesOf('timeZone').map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));

export function currencies(language: Language): Choice[] {
  const names = new Intl.DisplayNames([language], { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({
    value: code,
    label: `${code} · ${names.of(code) ?? code}`,
  }));
}
