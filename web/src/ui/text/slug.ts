// A name as an address has it: "Kassa Zwolle" is kassa-zwolle.
export function slugOf(title: string): string {
  const bare = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return bare === '' ? 'mapping' : bare;
}
