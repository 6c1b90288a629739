// What the variants of a product differ in, as it is typed: 'Size, Colour'. Pure.
export const optionsIn = (text: string): string[] =>
  text
    .split(',')
    .map((option) => option.trim())
    .filter(Boolean);

export const optionsText = (options: readonly string[]): string => options.join(', ');
