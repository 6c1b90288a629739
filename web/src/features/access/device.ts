// 'Chrome · Windows' out of what a browser says it is; null when it says nothing that is known.
const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (known: readonly [RegExp, string][], text: string) =>
  known.find(([form]) => form.test(text))?.[1];

export function deviceOf(agent: string): string | null {
  const parts = [first(browsers, agent), first(systems, agent)].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : null;
}
