// What a sample cannot decide, as a question with the answers that are possible.
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '~/ui/control/Segmented';
import classes from '../imports.module.css';
import type { Detected, Doubt, Mapping } from '../wire';
import { dates, decimals } from '../words';

export interface DoubtsProps {
  file: Detected;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}

type Writing = 'dates' | 'decimals';
const isWriting = (of: string): of is Writing => of === 'dates' || of === 'decimals';

// One question is enough, however many columns raise it.
function questions(doubts: readonly Doubt[]): Doubt[] {
  const known = new Set<string>();
  return doubts.filter(({ of }) => isWriting(of) && !known.has(of) && known.add(of));
}

export function Doubts({ file, mapping, onMapping }: DoubtsProps) {
  const { t } = useTranslation('imports');
  const asked = questions(file.detection.doubts);
  if (asked.length === 0) return null;
  const example = (column: string) =>
    file.detection.columns.find(({ name }) => name === column)?.examples[0] ?? '';
  const label = (of: Writing, choice: string) => {
    if (of === 'dates') return t(`dates.${dates.find((one) => one === choice) ?? 'iso'}`);
    return t(`decimals.${decimals.find((one) => one === choice) ?? 'point'}`);
  };
  return (
    <section className={classes.doubts} aria-label={t('doubts.title')}>
      {asked.map(({ column, of, choices }) => (
        <div key={of}>
          <IconHelpCircle aria-hidden />
          <p>
            {t(`doubts.${isWriting(of) ? of : 'dates'}`, { column, example: example(column) })}
          </p>
          <Segmented
            label={t('doubts.title')}
            value={String(mapping[isWriting(of) ? of : 'dates'] ?? choices[0])}
            items={choices.map((choice) => ({
              id: choice,
              label: label(isWriting(of) ? of : 'dates', choice),
            }))}
            onChange={(choice) => {
              onMapping({ ...mapping, [of]: choice });
            }}
          />
        </div>
      ))}
    </section>
  );
}
