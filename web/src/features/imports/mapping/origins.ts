// Where a mapping can come from: what the file looks like, one that was kept, one that is shipped.
import type { Schemas } from '~/api';
import type { Detected, Kept, Mapping } from '../wire';

type Preset = Schemas['imports.PresetView'];

export interface Origin {
  id: string; // as it stands in the URL; empty: what the file looks like
  title: string;
  mapping: Mapping;
  // The kept mapping that a change is written to.
  kept?: Kept;
  // All columns that it needs are there.
  fits: boolean;
}

export function originsOf(
  file: Detected,
  kept: readonly Kept[],
  presets: readonly Preset[],
): Origin[] {
  const columns = new Set(file.detection.columns.map(({ name }) => name));
  const fits = ({ needs }: Mapping) => (needs ?? []).every((name) => columns.has(name));
  const own = kept.map((one) => ({
    id: `kept:${one.id}`,
    title: one.mapping.title,
    mapping: one.mapping,
    kept: one,
    fits: (one.mapping.needs ?? []).length > 0 && fits(one.mapping),
  }));
  const shipped = presets.flatMap(({ name, mappings }) =>
    mappings.map((mapping, at) => ({
      id: `preset:${name}/${at}`,
      title: mapping.title,
      mapping,
      fits: fits(mapping),
    })),
  );
  const looks = { id: '', title: '', mapping: file.detection.mapping, fits: true };
  return [looks, ...own, ...shipped];
}

// The one to begin with: one that was kept for files like this, then one that is shipped.
export const bestOrigin = (origins: readonly Origin[]): Origin | undefined =>
  origins.find(({ id, fits }) => fits && id.startsWith('kept:')) ??
  origins.find(({ id, fits }) => fits && id.startsWith('preset:')) ??
  origins[0];
