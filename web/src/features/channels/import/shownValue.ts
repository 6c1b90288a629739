// A value of the worksheet in one line of text, whatever its shape.
export function shownValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(shownValue).join('; ');
  if (typeof value === 'object') {
    return Object.values(value)
      .filter((part) => part !== null && part !== '')
      .map(shownValue)
      .join(' ');
  }
  return String(value);
}
